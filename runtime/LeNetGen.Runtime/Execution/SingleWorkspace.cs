namespace LeNetGen.Execution;

/// <summary>
/// What one call needs to predict one image. Each has packed parameters of its own: nobody reads what another packs, and packing anew
/// after training needs no new memory.
/// </summary>
internal sealed class SingleWorkspace(Network network)
{
    private readonly AlignedBuffer _packed = new(network.Kernels.PackedLength);
    private readonly AlignedBuffer _scratch = new(network.Kernels.SingleWorkspaceLength);
    private readonly AlignedBuffer _image = new(network.Definition.Input.Shape.Length);
    private readonly AlignedBuffer _output = new(network.Definition.Output.Length);
    private long _packedVersion = -1;

    /// <summary>[input] room for an image.</summary>
    public Span<float> Image => _image.Span;

    /// <summary>[output] room for an output.</summary>
    public Span<float> Output => _output.Span;

    /// <summary>Computes one image, without a final softmax.</summary>
    public void Predict(ReadOnlySpan<float> image, Span<float> output)
    {
        // Taken before packing: what changes meanwhile is packed next time.
        long version = network.ParametersVersion;
        if (_packedVersion != version)
        {
            network.Kernels.Pack(network.CurrentParameters, _packed.Span);
            _packedVersion = version;
        }

        network.Kernels.PredictOne(_packed.Span, _scratch.Span, image, output);
    }
}
