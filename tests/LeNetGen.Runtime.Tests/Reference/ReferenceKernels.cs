using LeNetGen.Execution;
using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// The float interpreter behind the kernel contract: what is written over <see cref="NetworkKernels"/> can be tested with any
/// network, without generated code. The workspace is poisoned where the contract lets a kernel overwrite it.
/// </summary>
internal sealed class ReferenceKernels(NetworkDefinition definition) : NetworkKernels
{
    private readonly Interpreter<float> _interpreter = new(definition);

    private int InputLength => definition.Input.Shape.Length;

    private int OutputLength => definition.Output.Length;

    public override VectorWidth Width => VectorWidth.Scalar;

    public override int WorkspaceLength => OutputGradientOffset + OutputLength * BlockSize;

    public override int OutputOffset => InputLength * BlockSize;

    public override int OutputGradientOffset => OutputOffset + OutputLength * BlockSize;

    public override void Forward(ReadOnlySpan<float> parameters, Span<float> workspace)
    {
        ForwardPass<float>[] lanes = ForwardLanes(parameters, workspace);
        workspace[OutputOffset..].Fill(float.NaN);
        Span<float> outputs = workspace[OutputOffset..];
        for (int lane = 0; lane < BlockSize; lane++)
        for (int k = 0; k < OutputLength; k++)
            outputs[k * BlockSize + lane] = lanes[lane].Logits[k];
    }

    public override void Backward(ReadOnlySpan<float> parameters, Span<float> workspace, Span<float> gradient)
    {
        ForwardPass<float>[] lanes = ForwardLanes(parameters, workspace);
        float[][] logitGradients = Lanes(workspace.Slice(OutputGradientOffset, OutputLength * BlockSize));
        _interpreter.AddBlockGradient(lanes, logitGradients, parameters, gradient);
        workspace.Fill(float.NaN);
    }

    public override int PackedLength => definition.ParameterCount;

    public override int SingleWorkspaceLength => 0;

    public override void Pack(ReadOnlySpan<float> parameters, Span<float> packed) => parameters.CopyTo(packed);

    public override void PredictOne(ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output) =>
        _interpreter.Forward(image, packed).Logits.CopyTo(output);

    private ForwardPass<float>[] ForwardLanes(ReadOnlySpan<float> parameters, ReadOnlySpan<float> workspace)
    {
        var passes = new ForwardPass<float>[BlockSize];
        float[][] images = Lanes(workspace[..(InputLength * BlockSize)]);
        for (int lane = 0; lane < BlockSize; lane++)
            passes[lane] = _interpreter.Forward(images[lane], parameters);
        return passes;
    }

    // From a block's order, lane-minor, to sixteen arrays.
    private static float[][] Lanes(ReadOnlySpan<float> block)
    {
        var lanes = new float[BlockSize][];
        for (int lane = 0; lane < BlockSize; lane++)
        {
            lanes[lane] = new float[block.Length / BlockSize];
            for (int element = 0; element < lanes[lane].Length; element++)
                lanes[lane][element] = block[element * BlockSize + lane];
        }

        return lanes;
    }
}
