using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>
/// One layer without its activation, executed as docs/arithmetic.md writes it. Values lie image by image, (channel, row, column)
/// inside an image.
/// </summary>
internal abstract class LayerReference<T>(LayerDefinition definition) where T : IFloatingPointIeee754<T>
{
    public LayerDefinition Definition { get; } = definition;

    /// <summary>Number of the parameters that it computes with: those of a weight, then those of a bias.</summary>
    public int ParameterCount { get; } = definition.UsedParameters.Sum(tensor => tensor.Length);

    /// <summary>Section 4: the values before the activation.</summary>
    /// <param name="parameters">[<see cref="ParameterCount"/>] the parameters that this layer computes with.</param>
    /// <param name="inputs">[inputs][input] what it reads of one image.</param>
    /// <param name="z">[output] receives the values.</param>
    public abstract void Forward(ReadOnlySpan<T> parameters, T[][] inputs, Span<T> z);

    /// <summary>Section 6: this layer's share of the gradient of the loss with respect to one of its inputs.</summary>
    /// <param name="parameters">[<see cref="ParameterCount"/>] the parameters that this layer computes with.</param>
    /// <param name="inputs">[inputs][input] what it reads of one image.</param>
    /// <param name="input">Which of its inputs.</param>
    /// <param name="dz">[output] the gradient with respect to the values before the activation.</param>
    /// <param name="dx">[input] receives the share.</param>
    public abstract void InputGradient(ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, Span<T> dx);

    /// <summary>Section 6: adds one block's parameter gradients to the sums of its chunk; nothing in a layer without parameters.</summary>
    /// <param name="x">[16][input] the inputs of the block's lanes, absent ones included.</param>
    /// <param name="dz">[16][output] the lanes' gradients with respect to the values before the activation.</param>
    /// <param name="sums">[<see cref="ParameterCount"/>] the chunk's sums so far.</param>
    public virtual void AddParameterGradient(T[][] x, T[][] dz, Span<T> sums)
    {
    }

    /// <summary>
    /// Section 11: this layer's share of the curvature of the loss with respect to one of its inputs. The way is the gradient's with
    /// squared factors, here parameters; a layer with other factors has a rule of its own.
    /// </summary>
    /// <param name="parameters">[<see cref="ParameterCount"/>] the parameters that this layer computes with.</param>
    /// <param name="inputs">[inputs][input] what it reads of one image.</param>
    /// <param name="input">Which of its inputs.</param>
    /// <param name="dz">
    /// [output] the gradient with respect to the values before the activation, if <see cref="CurvatureNeedsGradient"/>; else empty.
    /// </param>
    /// <param name="hz">[output] the curvature with respect to them.</param>
    /// <param name="hx">[input] receives the share.</param>
    public virtual void InputCurvature(
        ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, ReadOnlySpan<T> hz, Span<T> hx) =>
        InputGradient(Squares(parameters), inputs, input, hz, hx);

    /// <summary>
    /// Section 11: adds one block's parameter curvatures to the sums of its chunk, which is the gradient's way with squared inputs.
    /// </summary>
    /// <param name="x">[16][input] the inputs of the block's lanes, absent ones included.</param>
    /// <param name="hz">[16][output] the lanes' curvatures with respect to the values before the activation.</param>
    /// <param name="sums">[<see cref="ParameterCount"/>] the chunk's sums so far.</param>
    public virtual void AddParameterCurvature(T[][] x, T[][] hz, Span<T> sums) =>
        AddParameterGradient([.. x.Select(lane => Squares(lane))], hz, sums);

    /// <summary>Whether the curvature with respect to its input depends on the gradient with respect to its output.</summary>
    public virtual bool CurvatureNeedsGradient => false;

    /// <summary>The squares of values.</summary>
    protected static T[] Squares(ReadOnlySpan<T> values)
    {
        T[] squares = values.ToArray();
        foreach (ref T value in squares.AsSpan())
            value *= value;
        return squares;
    }

    /// <summary>The reference of one layer.</summary>
    /// <exception cref="ArgumentException">The interpreter does not know this kind of layer.</exception>
    public static LayerReference<T> Of(LayerDefinition definition) => definition switch
    {
        Conv2DDefinition convolution => new ConvolutionReference<T>(convolution),
        DenseDefinition dense => new DenseReference<T>(dense),
        AveragePooling2DDefinition pooling => new AveragePoolingReference<T>(pooling),
        MaxPooling2DDefinition pooling => new MaxPoolingReference<T>(pooling),
        Subsampling2DDefinition subsampling => new SubsamplingReference<T>(subsampling),
        RbfDefinition rbf => new RbfReference<T>(rbf),
        FlattenDefinition flatten => new FlattenReference<T>(flatten),
        DropoutDefinition dropout => new DropoutReference<T>(dropout),
        ActivationDefinition activation => new ActivationLayerReference<T>(activation),
        AddDefinition add => new AddReference<T>(add),
        MultiplyDefinition multiply => new MultiplyReference<T>(multiply),
        ConcatenateDefinition concatenate => new ConcatenateReference<T>(concatenate),
        _ => throw new ArgumentException($"Layer '{definition.Name}' is of kind {definition.Kind}, which the interpreter does not know."),
    };
}
