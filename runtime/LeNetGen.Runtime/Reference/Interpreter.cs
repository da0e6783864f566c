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
public sealed class Interpreter<T> where T : IFloatingPointIeee754<T>
{
    private readonly LayerReference<T>[] _layers;

    // Section 6: input gradients end at the first layer with parameters.
    private readonly int _firstTrained;

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
        _firstTrained = Array.FindIndex(_layers, layer => layer.ParameterCount > 0);
        if (_firstTrained < 0)
            _firstTrained = _layers.Length;
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
    /// <exception cref="ArgumentException">A length is another.</exception>
    public ForwardPass<T> Forward(ReadOnlySpan<T> image, ReadOnlySpan<T> parameters)
    {
        RequireLength(image.Length, Definition.Input.Shape.Length, nameof(image));
        RequireLength(parameters.Length, Definition.ParameterCount, nameof(parameters));
        var pass = new ForwardPass<T>(Definition, image);
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i].Forward(ParametersOf(i, parameters), pass.InputOf(i), pass.PreActivations[i]);
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
    /// <exception cref="ArgumentException">There is no image, a length is another, or a label is no class.</exception>
    public BatchResult<T> LossAndGradient(ReadOnlySpan<T> images, ReadOnlySpan<int> labels, ReadOnlySpan<T> parameters) =>
        LossAndGradient(images, labels, [], parameters, new SparseCategoricalCrossEntropyReference<T>());

    /// <summary>The mean loss of a batch and its gradient, in blocks and chunks.</summary>
    /// <param name="images">[images][input] the images.</param>
    /// <param name="labels">[images] their classes, for the number of correct ones and for losses that use labels.</param>
    /// <param name="targets">[images][output] their targets; empty if the loss uses none.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="loss">The loss.</param>
    /// <exception cref="ArgumentException">There is no image, a length is another, or a label is no class.</exception>
    public BatchResult<T> LossAndGradient(
        ReadOnlySpan<T> images, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, ReadOnlySpan<T> parameters, ReferenceLoss<T> loss)
    {
        int inputLength = Definition.Input.Shape.Length;
        if (labels.IsEmpty)
            throw new ArgumentException("A batch has at least one image.", nameof(labels));
        RequireLength(images.Length, labels.Length * inputLength, nameof(images));
        int targetLength = loss.UsesTargets ? Definition.Output.Length : 0;
        RequireLength(targets.Length, labels.Length * targetLength, nameof(targets));
        RequireLength(parameters.Length, Definition.ParameterCount, nameof(parameters));
        foreach (int label in labels)
        {
            if ((uint)label >= (uint)Definition.Output.Length)
                throw new ArgumentException($"Label {label} is none of the {Definition.Output.Length} classes.", nameof(labels));
        }

        const int chunkSize = NetworkKernels.ChunkBlocks * NetworkKernels.BlockSize;
        var batch = new BatchSums<T>(loss, Definition.EndsInSoftmax, labels.Length);
        for (int start = 0; start < labels.Length; start += chunkSize)
        {
            int end = Math.Min(start + chunkSize, labels.Length);
            T[] chunkSums = new T[Definition.ParameterCount];
            for (int first = start; first < end; first += NetworkKernels.BlockSize)
            {
                int count = Math.Min(NetworkKernels.BlockSize, end - first);
                ForwardPass<T>[] passes = ForwardBlock(images.Slice(first * inputLength, count * inputLength), parameters);
                T[][] logitGradients = batch.AddLosses(
                    passes.AsSpan(0, count), labels.Slice(first, count), targets.Slice(first * targetLength, count * targetLength));
                AddBlockGradient(passes, logitGradients, parameters, chunkSums);
            }

            batch.AddChunk(chunkSums);
        }

        return batch.Result();
    }

    /// <summary>Section 2: the sixteen lanes of a block of at most 16 images. All absent lanes are the same image of zeros.</summary>
    internal ForwardPass<T>[] ForwardBlock(ReadOnlySpan<T> images, ReadOnlySpan<T> parameters)
    {
        int inputLength = Definition.Input.Shape.Length;
        int count = images.Length / inputLength;
        var lanes = new ForwardPass<T>[NetworkKernels.BlockSize];
        for (int lane = 0; lane < count; lane++)
            lanes[lane] = Forward(images.Slice(lane * inputLength, inputLength), parameters);
        if (count < lanes.Length)
            Array.Fill(lanes, Forward(new T[inputLength], parameters), count, lanes.Length - count);
        return lanes;
    }

    /// <summary>Section 6: adds the parameter gradients of one block to the sums of its chunk.</summary>
    /// <param name="passes">[16] the block's lanes.</param>
    /// <param name="logitGradients">[16][classes] each lane's gradient of the loss with respect to its logits.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="chunkSums">[parameters] the chunk's sums so far.</param>
    internal void AddBlockGradient(ForwardPass<T>[] passes, T[][] logitGradients, ReadOnlySpan<T> parameters, Span<T> chunkSums)
    {
        T[][] dy = logitGradients;
        for (int i = _layers.Length - 1; i >= _firstTrained; i--)
        {
            LayerReference<T> layer = _layers[i];
            T[][] x = [.. passes.Select(pass => pass.InputOf(i))];
            T[][] dz = [.. dy.Select(gradient => new T[gradient.Length])];
            T[][] dx = [.. x.Select(input => new T[i > _firstTrained ? input.Length : 0])];
            for (int lane = 0; lane < passes.Length; lane++)
            {
                ActivationReference<T>.Backward(
                    layer.Definition.Activation, passes[lane].Outputs[i], dy[lane], dz[lane], layer.Definition.NegativeSlope);
                if (i > _firstTrained)
                    layer.InputGradient(ParametersOf(i, parameters), x[lane], dz[lane], dx[lane]);
            }

            layer.AddParameterGradient(x, dz, chunkSums.Slice(layer.Definition.ParameterOffset, layer.ParameterCount));
            dy = dx;
        }
    }

    private ReadOnlySpan<T> ParametersOf(int layer, ReadOnlySpan<T> parameters) =>
        parameters.Slice(_layers[layer].Definition.ParameterOffset, _layers[layer].ParameterCount);

    private static void RequireLength(int actual, int expected, string argument)
    {
        if (actual != expected)
            throw new ArgumentException($"There must be {expected} elements, but there are {actual}.", argument);
    }
}
