using LeNetGen.Data;

namespace LeNetGen.Execution;

/// <summary>What one thread needs to compute one block of images.</summary>
internal sealed class BlockWorkspace(Network network)
{
    private const int BlockSize = NetworkKernels.BlockSize;
    private readonly AlignedBuffer _floats = new(network.Kernels.WorkspaceLength);

    // Images that lie scattered in a dataset are brought together here; only one of these is ever needed.
    private byte[] _rawImages = [];
    private float[] _images = [];
    private float[] _targets = [];

    /// <summary>[output, 16] what <see cref="Forward"/> has computed, before a final softmax.</summary>
    public ReadOnlySpan<float> Outputs => _floats.Span.Slice(network.Kernels.OutputOffset, network.OutputElements * BlockSize);

    /// <summary>[output, 16] the gradient that <see cref="Backward"/> starts from.</summary>
    public Span<float> OutputGradient => _floats.Span.Slice(network.Kernels.OutputGradientOffset, network.OutputElements * BlockSize);

    /// <summary>Takes up to 16 images in.</summary>
    /// <param name="images">[images, input] the images.</param>
    public void Pack(ReadOnlySpan<float> images) => network.Packing.Pack(images, Input);

    /// <summary>Takes up to 16 raw images in.</summary>
    /// <param name="rawImages">[images, raw input] the images.</param>
    public void Pack(ReadOnlySpan<byte> rawImages) => network.Packing.Pack(rawImages, Input);

    /// <summary>Takes up to 16 images of a dataset in, which must be of the kind and shape that the network reads.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="indices">[images] which of its images.</param>
    public void Pack(Dataset dataset, ReadOnlySpan<int> indices)
    {
        if (dataset.IsRaw)
        {
            int length = network.Packing.RawLength;
            if (_rawImages.Length == 0)
                _rawImages = new byte[length * BlockSize];
            for (int lane = 0; lane < indices.Length; lane++)
                dataset.RawImage(indices[lane]).CopyTo(_rawImages.AsSpan(lane * length));
            Pack(_rawImages.AsSpan(0, indices.Length * length));
        }
        else
        {
            int length = network.Packing.InputLength;
            if (_images.Length == 0)
                _images = new float[length * BlockSize];
            for (int lane = 0; lane < indices.Length; lane++)
                dataset.FloatImage(indices[lane]).CopyTo(_images.AsSpan(lane * length));
            Pack(_images.AsSpan(0, indices.Length * length));
        }
    }

    /// <summary>[output, 16] the targets that <see cref="PackTargets"/> has taken in last; undefined in absent lanes.</summary>
    public ReadOnlySpan<float> Targets => _targets;

    /// <summary>Takes the targets of up to 16 images in, which must be as long as the network's output.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="indices">[images] which of its images.</param>
    public void PackTargets(Dataset dataset, ReadOnlySpan<int> indices)
    {
        if (_targets.Length == 0)
            _targets = new float[network.OutputElements * BlockSize];
        for (int lane = 0; lane < indices.Length; lane++)
        {
            ReadOnlySpan<float> target = dataset.Target(indices[lane]);
            for (int k = 0; k < target.Length; k++)
                _targets[k * BlockSize + lane] = target[k];
        }
    }

    /// <summary>Computes the block.</summary>
    public void Forward() => network.Kernels.Forward(network.CurrentParameters, _floats.Span);

    /// <summary>Adds the block's parameter gradients to those of its chunk.</summary>
    /// <param name="gradient">[parameters] the chunk's sums so far.</param>
    public void Backward(Span<float> gradient) => network.Kernels.Backward(network.CurrentParameters, _floats.Span, gradient);

    /// <summary>Computes the block and copies the network's outputs, those of a final softmax included.</summary>
    /// <param name="outputs">[images, output] receives them, for as many images as it has room for.</param>
    public void Predict(Span<float> outputs)
    {
        Forward();
        ReadOnlySpan<float> block = Outputs;
        int length = network.OutputElements;
        for (int lane = 0; lane * length < outputs.Length; lane++)
        {
            Span<float> output = outputs.Slice(lane * length, length);
            for (int k = 0; k < output.Length; k++)
                output[k] = block[k * BlockSize + lane];
            if (network.Definition.EndsInSoftmax)
                Softmax.Apply(output);
        }
    }

    private Span<float> Input => _floats.Span[..(network.Packing.InputLength * BlockSize)];
}
