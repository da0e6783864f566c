using System.Collections.Immutable;
using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <summary>
/// Executes a network literally as docs/arithmetic.md is written, without a thought for speed. In float it is the oracle of the
/// generated kernels, bit for bit; in double it is what numerical derivatives and other frameworks' answers are compared with.
/// </summary>
/// <remarks>
/// An image lies (channel, row, column); images of a batch follow one another. An instance has no state: any number of threads
/// may use it.
/// </remarks>
/// <typeparam name="T">The type of every value: float or double.</typeparam>
public sealed partial class Interpreter<T> where T : IFloatingPointIeee754<T>
{
    private readonly LayerReference<T>[] _layers;

    // Section 6: only what depends on parameters has a gradient.
    private readonly bool[] _hasGradient;
    private readonly bool _hasDropout;

    // Section 11: where the way back needs the gradient beside the curvature.
    private readonly bool[] _curvatureNeedsGradient;

    /// <summary>An interpreter of one network.</summary>
    /// <exception cref="ArgumentException">A layer is of an unknown kind, or softmax is not the last layer's.</exception>
    public Interpreter(NetworkDefinition definition)
    {
        foreach (LayerDefinition layer in definition.Layers.AsSpan()[..^1])
        {
            if (layer.Activation == Activation.Softmax)
                throw new ArgumentException($"Layer '{layer.Name}' ends in softmax, but is not the last layer.", nameof(definition));
        }

        Definition = definition;
        _layers = [.. definition.Layers.Select(LayerReference<T>.Of)];
        _hasDropout = _layers.Any(layer => layer is DropoutReference<T>);
        _hasGradient = new bool[_layers.Length];
        for (int i = 0; i < _layers.Length; i++)
            _hasGradient[i] = _layers[i].ParameterCount > 0 || definition.InputsOf(i).Any(HasGradient);
        _curvatureNeedsGradient = new bool[_layers.Length];
        for (int i = 0; i < _layers.Length; i++)
            _curvatureNeedsGradient[i] = _layers[i].CurvatureNeedsGradient || definition.InputsOf(i).Any(CurvatureNeedsGradient);
    }

    /// <summary>The network.</summary>
    public NetworkDefinition Definition { get; }

    /// <summary>The network's input from a raw image: padded and scaled as declared.</summary>
    /// <param name="raw">[raw input] the bytes of one image.</param>
    /// <returns>[input] the image.</returns>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public T[] FromBytes(ReadOnlySpan<byte> raw)
    {
        RequireLength(raw.Length, Definition.Input.RawShape.Length, nameof(raw));
        return InputReference<T>.FromBytes(Definition.Input, raw);
    }

    /// <summary>Computes one image, keeping everything.</summary>
    /// <param name="image">[input] the image.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="dropout">In training, what decides which elements are dropped; its first image is this one.</param>
    /// <exception cref="ArgumentException">A length is another.</exception>
    public ForwardPass<T> Forward(ReadOnlySpan<T> image, ReadOnlySpan<T> parameters, DropoutKey? dropout = null)
    {
        RequireLength(image.Length, Definition.Input.Shape.Length, nameof(image));
        RequireLength(parameters.Length, Definition.ParameterCount, nameof(parameters));
        var pass = new ForwardPass<T>(Definition, image);
        for (int i = 0; i < _layers.Length; i++)
        {
            if (dropout is { } key && _layers[i] is DropoutReference<T> dropping)
                pass.Masks[i] = dropping.Mask(i, key);
            _layers[i].Forward(ParametersOf(i, parameters, pass), pass.InputsOf(i), pass.PreActivations[i]);
            LayerDefinition layer = _layers[i].Definition;
            ActivationReference<T>.Forward(layer.Activation, pass.PreActivations[i], pass.Outputs[i], layer.NegativeSlope);
        }

        return pass;
    }

    /// <summary>The outputs of every layer for one image, after the activation.</summary>
    /// <param name="image">[input] the image.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <returns>[layer][output] the outputs.</returns>
    /// <exception cref="ArgumentException">A length is another.</exception>
    public T[][] Activations(ReadOnlySpan<T> image, ReadOnlySpan<T> parameters) => Forward(image, parameters).Outputs;

    /// <summary>The network's output for one image: of a network that ends in softmax, probabilities.</summary>
    /// <param name="image">[input] the image.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <returns>[output] the output.</returns>
    /// <exception cref="ArgumentException">A length is another.</exception>
    public T[] Predict(ReadOnlySpan<T> image, ReadOnlySpan<T> parameters) => Forward(image, parameters).Outputs[^1];

    /// <summary>The mean cross-entropy of a batch with labels and its gradient, in blocks and chunks.</summary>
    /// <param name="images">[images][input] the images.</param>
    /// <param name="labels">[images] their classes.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="dropout">What decides which elements are dropped; null to drop none.</param>
    /// <exception cref="ArgumentException">There is no image, a length is another, or a label is no class.</exception>
    public BatchResult<T> LossAndGradient(
        ReadOnlySpan<T> images, ReadOnlySpan<int> labels, ReadOnlySpan<T> parameters, DropoutKey? dropout = null) =>
        LossAndGradient(images, labels, [], parameters, new SparseCategoricalCrossEntropyReference<T>(), dropout);

    /// <summary>The mean loss of a batch and its gradient, in blocks and chunks.</summary>
    /// <param name="images">[images][input] the images.</param>
    /// <param name="labels">[images] their classes, for the number of correct ones and for losses that use labels.</param>
    /// <param name="targets">[images][output] their targets; empty if the loss uses none.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="dropout">What decides which elements are dropped; null to drop none.</param>
    /// <exception cref="ArgumentException">There is no image, a length is another, or a label is no class.</exception>
    public BatchResult<T> LossAndGradient(
        ReadOnlySpan<T> images,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<T> parameters,
        ReferenceLoss<T> loss,
        DropoutKey? dropout = null)
    {
        int inputLength = Definition.Input.Shape.Length;
        int targetLength = RequireBatch(images, labels, targets, parameters, loss);
        const int chunkSize = NetworkKernels.ChunkBlocks * NetworkKernels.BlockSize;
        var batch = new BatchSums<T>(loss, Definition.EndsInSoftmax, labels.Length);
        for (int start = 0; start < labels.Length; start += chunkSize)
        {
            int end = Math.Min(start + chunkSize, labels.Length);
            T[] chunkSums = new T[Definition.ParameterCount];
            for (int first = start; first < end; first += NetworkKernels.BlockSize)
            {
                int count = Math.Min(NetworkKernels.BlockSize, end - first);
                ForwardPass<T>[] passes = ForwardBlock(
                    images.Slice(first * inputLength, count * inputLength), parameters, At(dropout, first));
                T[][] logitGradients = batch.AddLosses(
                    passes.AsSpan(0, count), labels.Slice(first, count), targets.Slice(first * targetLength, count * targetLength));
                AddBlockGradient(passes, logitGradients, parameters, chunkSums);
            }

            batch.AddChunk(chunkSums);
        }

        return batch.Result();
    }

    /// <summary>Section 2: the sixteen lanes of a block of at most 16 images. The absent ones are images of zeros.</summary>
    internal ForwardPass<T>[] ForwardBlock(ReadOnlySpan<T> images, ReadOnlySpan<T> parameters, DropoutKey? dropout = null)
    {
        int inputLength = Definition.Input.Shape.Length;
        int count = images.Length / inputLength;
        var lanes = new ForwardPass<T>[NetworkKernels.BlockSize];
        for (int lane = 0; lane < count; lane++)
            lanes[lane] = Forward(images.Slice(lane * inputLength, inputLength), parameters, At(dropout, lane));

        // They are all the same, unless each has a mask of its own.
        var absent = new T[inputLength];
        for (int lane = count; lane < lanes.Length; lane++)
            lanes[lane] = lane > count && !_hasDropout ? lanes[count] : Forward(absent, parameters, At(dropout, lane));
        return lanes;
    }

    /// <summary>Section 6: adds the parameter gradients of one block to the sums of its chunk.</summary>
    /// <param name="passes">[16] the block's lanes.</param>
    /// <param name="logitGradients">[16][classes] each lane's gradient of the loss with respect to its logits.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="chunkSums">[parameters] the chunk's sums so far.</param>
    internal void AddBlockGradient(ForwardPass<T>[] passes, T[][] logitGradients, ReadOnlySpan<T> parameters, Span<T> chunkSums)
    {
        // The gradients of the layers' outputs, as far as their readers have been seen.
        var dy = new T[]?[_layers.Length][];
        dy[^1] = logitGradients;
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            if (!_hasGradient[i])
                continue;
            LayerReference<T> layer = _layers[i];
            T[][] dz = [.. passes.Select((pass, lane) => BeforeActivation(layer.Definition, pass.Outputs[i], dy[i][lane]!))];
            ImmutableArray<int> inputs = Definition.InputsOf(i);
            for (int input = 0; input < inputs.Length; input++)
            {
                if (!HasGradient(inputs[input]))
                    continue;
                T[]?[] sums = dy[inputs[input]] ??= new T[]?[passes.Length];
                for (int lane = 0; lane < passes.Length; lane++)
                    sums[lane] = Sum(sums[lane], Share(i, input, passes[lane], dz[lane], parameters));
            }

            if (layer.ParameterCount > 0)
            {
                T[][] x = [.. passes.Select(pass => pass.InputsOf(i)[0])];
                layer.AddParameterGradient(x, dz, chunkSums.Slice(layer.Definition.ParameterOffset, layer.ParameterCount));
            }
        }
    }

    private static T[] BeforeActivation(LayerDefinition layer, T[] y, T[] dy)
    {
        var dz = new T[dy.Length];
        ActivationReference<T>.Backward(layer.Activation, y, dy, dz, layer.NegativeSlope);
        return dz;
    }

    /// <summary>What a layer adds to the gradient of one of its inputs.</summary>
    private T[] Share(int layer, int input, ForwardPass<T> pass, T[] dz, ReadOnlySpan<T> parameters)
    {
        T[][] inputs = pass.InputsOf(layer);
        var share = new T[inputs[input].Length];
        _layers[layer].InputGradient(ParametersOf(layer, parameters, pass), inputs, input, dz, share);
        return share;
    }

    /// <summary>Section 6: the first share is the sum so far, not added to a zero.</summary>
    private static T[] Sum(T[]? sum, T[] share)
    {
        if (sum is null)
            return share;
        for (int i = 0; i < share.Length; i++)
            sum[i] += share[i];
        return sum;
    }

    private bool HasGradient(int layer) => layer != NetworkDefinition.InputIndex && _hasGradient[layer];

    /// <summary>A layer's parameters; those of a dropout in training are its mask.</summary>
    private ReadOnlySpan<T> ParametersOf(int layer, ReadOnlySpan<T> parameters, ForwardPass<T> pass) => pass.Masks[layer] is { } mask
        ? mask
        : parameters.Slice(_layers[layer].Definition.ParameterOffset, _layers[layer].ParameterCount);

    /// <summary>The key of what lies so many images further in the batch.</summary>
    private static DropoutKey? At(DropoutKey? key, int images) =>
        key is { } first ? first with { FirstImage = first.FirstImage + images } : null;

    /// <summary>Requires what makes up a batch.</summary>
    /// <returns>Elements of a target; 0 if the loss uses none.</returns>
    private int RequireBatch(
        ReadOnlySpan<T> images, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, ReadOnlySpan<T> parameters, ReferenceLoss<T> loss)
    {
        if (labels.IsEmpty)
            throw new ArgumentException("A batch has at least one image.", nameof(labels));
        RequireLength(images.Length, labels.Length * Definition.Input.Shape.Length, nameof(images));
        int targetLength = loss.UsesTargets ? Definition.Output.Length : 0;
        RequireLength(targets.Length, labels.Length * targetLength, nameof(targets));
        RequireLength(parameters.Length, Definition.ParameterCount, nameof(parameters));
        foreach (int label in labels)
        {
            if ((uint)label >= (uint)Definition.Output.Length)
                throw new ArgumentException($"Label {label} is none of the {Definition.Output.Length} classes.", nameof(labels));
        }

        return targetLength;
    }

    private static void RequireLength(int actual, int expected, string argument)
    {
        if (actual != expected)
            throw new ArgumentException($"There must be {expected} elements, but there are {actual}.", argument);
    }
}
