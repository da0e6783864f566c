using LeNetGen.Data;

namespace LeNetGen.Execution;

/// <summary>What one thread needs to compute one block of images.</summary>
internal sealed class BlockWorkspace(Network network)
{
    private const int BlockSize = NetworkKernels.BlockSize;
    private readonly AlignedBuffer _floats = new(network.Kernels.WorkspaceLength);

    // Dropout at the end of a network has, in training, outputs of its own.
    private int _outputOffset = network.Kernels.OutputOffset;

    private readonly int[] _starts = new int[BlockSize];

    // Made with the rest, since chance decides which thread packs targets first, and when.
    private readonly float[] _targets = new float[network.OutputElements * BlockSize];

    /// <summary>[output, 16] what the last forward pass has computed, before a final softmax; after it, once that was predicted.</summary>
    public ReadOnlySpan<float> Outputs => _floats.Span.Slice(_outputOffset, network.OutputElements * BlockSize);

    /// <summary>[output, 16] the gradient that <see cref="Backward"/> starts from.</summary>
    public Span<float> OutputGradient => _floats.Span.Slice(network.Kernels.OutputGradientOffset, network.OutputElements * BlockSize);

    /// <summary>Takes up to 16 images in.</summary>
    /// <param name="images">[images, input] the images.</param>
    public void Pack(ReadOnlySpan<float> images) =>
        network.Packing.Pack(images, StartsOf(images.Length, network.Packing.InputLength), _floats.Span);

    /// <summary>Takes up to 16 raw images in.</summary>
    /// <param name="rawImages">[images, raw input] the images.</param>
    public void Pack(ReadOnlySpan<byte> rawImages) =>
        network.Packing.Pack(rawImages, StartsOf(rawImages.Length, network.Packing.RawLength), _floats.Span);

    /// <summary>Takes up to 16 images of a dataset in, which must be of the kind and shape that the network reads.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="indices">[images] which of its images.</param>
    public void Pack(Dataset dataset, ReadOnlySpan<int> indices)
    {
        for (int lane = 0; lane < indices.Length; lane++)
            _starts[lane] = dataset.StartOf(indices[lane]);
        ReadOnlySpan<int> starts = _starts.AsSpan(0, indices.Length);
        if (dataset.IsRaw)
            network.Packing.Pack(dataset.Pixels, starts, _floats.Span);
        else
            network.Packing.Pack(dataset.Values, starts, _floats.Span);
    }

    /// <summary>[output, 16] the targets that <see cref="PackTargets"/> has taken in last; undefined in absent lanes.</summary>
    public ReadOnlySpan<float> Targets => _targets;

    /// <summary>Takes the targets of up to 16 images in, which must be as long as the network's output.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="indices">[images] which of its images.</param>
    public void PackTargets(Dataset dataset, ReadOnlySpan<int> indices)
    {
        for (int lane = 0; lane < indices.Length; lane++)
        {
            ReadOnlySpan<float> target = dataset.Target(indices[lane]);
            for (int k = 0; k < target.Length; k++)
                _targets[k * BlockSize + lane] = target[k];
        }
    }

    /// <summary>Computes the block.</summary>
    public void Forward()
    {
        network.Kernels.Forward(network.CurrentParameters, _floats.Span);
        _outputOffset = network.Kernels.OutputOffset;
    }

    /// <summary>Computes the block as training does, so that <see cref="Backward"/> can follow.</summary>
    /// <param name="dropout">What decides which elements are dropped.</param>
    public void ForwardTraining(DropoutKey dropout)
    {
        network.Kernels.ForwardTraining(network.CurrentParameters, _floats.Span, dropout);
        _outputOffset = network.Kernels.TrainingOutputOffset;
    }

    /// <summary>Takes the block's parameter gradients into those of its chunk.</summary>
    /// <param name="block">The block's place in its chunk.</param>
    /// <param name="gradient">[parameters] as the block before left it; for the first, anything.</param>
    public void Backward(int block, Span<float> gradient) =>
        network.Kernels.Backward(network.CurrentParameters, _floats.Span, block, gradient);

    /// <summary>Completes the parameter gradients of a chunk, after its last block.</summary>
    /// <param name="blocks">How many blocks it has.</param>
    /// <param name="gradient">[parameters] as the last block left it.</param>
    public void FinishChunk(int blocks, Span<float> gradient) => network.Kernels.FinishChunk(_floats.Span, blocks, gradient);

    /// <summary>Computes the block and copies the network's outputs, those of a final softmax included.</summary>
    /// <param name="outputs">[images, output] receives them, for as many images as it has room for.</param>
    public void Predict(Span<float> outputs)
    {
        Forward();
        int length = network.OutputElements;
        Span<float> block = _floats.Span.Slice(_outputOffset, length * BlockSize);
        if (network.Definition.EndsInSoftmax)
            Softmax.ApplyToBlock(block);
        for (int lane = 0; lane * length < outputs.Length; lane++)
        {
            Span<float> output = outputs.Slice(lane * length, length);
            for (int k = 0; k < output.Length; k++)
                output[k] = block[k * BlockSize + lane];
        }
    }

    private ReadOnlySpan<int> StartsOf(int length, int imageLength)
    {
        int images = length / imageLength;
        for (int lane = 0; lane < images; lane++)
            _starts[lane] = lane * imageLength;
        return _starts.AsSpan(0, images);
    }
}
