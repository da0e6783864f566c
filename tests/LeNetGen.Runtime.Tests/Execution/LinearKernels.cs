using LeNetGen.Execution;

namespace LeNetGen.Tests.Execution;

/// <summary>The kernels of <see cref="LinearNetwork"/>, straight from docs/arithmetic.md.</summary>
internal sealed class LinearKernels(int inputs, int outputs) : NetworkKernels
{
    private int _packCount;

    /// <summary>How often the parameters were packed.</summary>
    public int PackCount => _packCount;

    public override VectorWidth Width => VectorWidth.Scalar;

    public override int WorkspaceLength => (inputs + outputs) * BlockSize;

    public override int OutputOffset => inputs * BlockSize;

    public override int OutputGradientOffset => OutputOffset;

    public override int PackedLength => (inputs + 1) * outputs;

    public override int SingleWorkspaceLength => 0;

    public override void Forward(ReadOnlySpan<float> parameters, Span<float> workspace)
    {
        for (int lane = 0; lane < BlockSize; lane++)
        for (int k = 0; k < outputs; k++)
        {
            float sum = parameters[inputs * outputs + k];
            for (int i = 0; i < inputs; i++)
                sum = MathF.FusedMultiplyAdd(workspace[i * BlockSize + lane], parameters[k * inputs + i], sum);
            workspace[OutputOffset + k * BlockSize + lane] = sum;
        }
    }

    public override void Backward(ReadOnlySpan<float> parameters, Span<float> workspace, int block, Span<float> gradient)
    {
        if (block == 0)
            gradient.Clear();
        ReadOnlySpan<float> dz = workspace[OutputGradientOffset..];
        for (int k = 0; k < outputs; k++)
        {
            for (int i = 0; i < inputs; i++)
            for (int lane = 0; lane < BlockSize; lane++)
            {
                ref float sum = ref gradient[k * inputs + i];
                sum = MathF.FusedMultiplyAdd(dz[k * BlockSize + lane], workspace[i * BlockSize + lane], sum);
            }

            gradient[inputs * outputs + k] += Tree(dz.Slice(k * BlockSize, BlockSize));
        }

        workspace.Fill(float.NaN);
    }

    public override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
        Interlocked.Increment(ref _packCount);
        parameters.CopyTo(packed);
    }

    public override void PredictOne(ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output)
    {
        for (int k = 0; k < outputs; k++)
        {
            float sum = packed[inputs * outputs + k];
            for (int i = 0; i < inputs; i++)
                sum = MathF.FusedMultiplyAdd(image[i], packed[k * inputs + i], sum);
            output[k] = sum;
        }
    }

    private static float Tree(ReadOnlySpan<float> lanes)
    {
        Span<float> sums = stackalloc float[BlockSize];
        lanes.CopyTo(sums);
        for (int half = BlockSize / 2; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            sums[i] += sums[i + half];
        return sums[0];
    }
}
