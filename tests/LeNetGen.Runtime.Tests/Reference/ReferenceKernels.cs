using System.Runtime.InteropServices;
using LeNetGen.Execution;
using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// The float interpreter behind the kernel contract: what is written over <see cref="NetworkKernels"/> can be tested with any
/// network, without generated code. The workspace is poisoned where the contract lets a kernel overwrite it, and the gradient until it
/// is whole.
/// </summary>
/// <remarks>
/// The way back computes the way there once more, for which the workspace keeps the key of what was dropped. It keeps the chunk's sums too.
/// </remarks>
internal sealed class ReferenceKernels(NetworkDefinition definition) : NetworkKernels
{
    // Whether something was dropped, and a DropoutKey, as the bits of integers.
    private const int KeyLength = 4;

    private readonly Interpreter<float> _interpreter = new(definition);

    private int InputLength => definition.Input.Shape.Length;

    private int OutputLength => definition.Output.Length;

    public override VectorWidth Width => VectorWidth.Scalar;

    public override int WorkspaceLength => SumsOffset + definition.ParameterCount;

    public override int OutputOffset => InputLength * BlockSize;

    public override int OutputGradientOffset => OutputOffset + OutputLength * BlockSize;

    private int KeyOffset => OutputGradientOffset + OutputLength * BlockSize;

    private int SumsOffset => KeyOffset + KeyLength;

    public override void Forward(ReadOnlySpan<float> parameters, Span<float> workspace) => Forward(parameters, workspace, null);

    public override void ForwardTraining(ReadOnlySpan<float> parameters, Span<float> workspace, DropoutKey key) =>
        Forward(parameters, workspace, key);

    public override void Backward(ReadOnlySpan<float> parameters, Span<float> workspace, int block, Span<float> gradient)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)block, (uint)ChunkBlocks);
        ReadOnlySpan<int> keyBits = MemoryMarshal.Cast<float, int>(workspace.Slice(KeyOffset, KeyLength));
        DropoutKey? key = keyBits[0] == 0 ? null : new DropoutKey(keyBits[1], keyBits[2], keyBits[3]);
        ForwardPass<float>[] lanes = ForwardLanes(parameters, workspace, key);
        float[][] logitGradients = Lanes(workspace.Slice(OutputGradientOffset, OutputLength * BlockSize));
        Span<float> sums = workspace[SumsOffset..];
        if (block == 0)
            sums.Clear();
        _interpreter.AddBlockGradient(lanes, logitGradients, parameters, sums);
        workspace[..SumsOffset].Fill(float.NaN);
        gradient.Fill(float.NaN);
    }

    public override void FinishChunk(ReadOnlySpan<float> workspace, int blocks, Span<float> gradient)
    {
        Assert.InRange(blocks, 1, ChunkBlocks);
        workspace.Slice(SumsOffset, definition.ParameterCount).CopyTo(gradient);
    }

    public override int PackedLength => definition.ParameterCount;

    public override int SingleWorkspaceLength => 0;

    public override void Pack(ReadOnlySpan<float> parameters, Span<float> packed) => parameters.CopyTo(packed);

    public override void PredictOne(ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output) =>
        _interpreter.Forward(image, packed).Logits.CopyTo(output);

    private void Forward(ReadOnlySpan<float> parameters, Span<float> workspace, DropoutKey? key)
    {
        ForwardPass<float>[] lanes = ForwardLanes(parameters, workspace, key);
        workspace[OutputOffset..SumsOffset].Fill(float.NaN);
        Span<int> keyBits = MemoryMarshal.Cast<float, int>(workspace.Slice(KeyOffset, KeyLength));
        (keyBits[0], keyBits[1], keyBits[2], keyBits[3]) = key is { } given ? (1, given.Seed, given.Step, given.FirstImage) : default;
        Span<float> outputs = workspace[OutputOffset..];
        for (int lane = 0; lane < BlockSize; lane++)
        for (int k = 0; k < OutputLength; k++)
            outputs[k * BlockSize + lane] = lanes[lane].Logits[k];
    }

    private ForwardPass<float>[] ForwardLanes(ReadOnlySpan<float> parameters, ReadOnlySpan<float> workspace, DropoutKey? key)
    {
        var passes = new ForwardPass<float>[BlockSize];
        float[][] images = Lanes(workspace[..(InputLength * BlockSize)]);
        for (int lane = 0; lane < BlockSize; lane++)
        {
            DropoutKey? keyOfLane = key is { } first ? first with { FirstImage = first.FirstImage + lane } : null;
            passes[lane] = _interpreter.Forward(images[lane], parameters, keyOfLane);
        }

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
