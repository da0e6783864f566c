using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <summary>
/// Trainable subsampling: a sum pooling, whose windows it takes over, with a coefficient and a bias for each channel; the coefficients are
/// the weight.
/// </summary>
internal sealed class SubsamplingReference<T>(Subsampling2DDefinition definition) : UnaryReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    private readonly SumPoolingReference<T> _sums = new(definition);
    private readonly int _channels = definition.Output.Channels;
    private readonly int _area = definition.Output.Height * definition.Output.Width;

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z)
    {
        _sums.Forward([], x, z);
        for (int i = 0; i < z.Length; i++)
            z[i] = T.FusedMultiplyAdd(z[i], parameters[i / _area], parameters[_channels + i / _area]);
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx)
    {
        var ofSums = new T[dz.Length];
        for (int i = 0; i < ofSums.Length; i++)
            ofSums[i] = dz[i] * parameters[i / _area];
        _sums.InputGradient([], x, ofSums, dx);
    }

    /// <inheritdoc/>
    public override void AddParameterGradient(T[][] x, T[][] dz, Span<T> sums) => AddGradient(WindowSums(x, dz), dz, sums);

    /// <inheritdoc/>
    public override void AddParameterCurvature(T[][] x, T[][] hz, Span<T> sums) =>
        AddGradient([.. WindowSums(x, hz).Select(lane => Squares(lane))], hz, sums);

    private T[][] WindowSums(T[][] x, T[][] dz)
    {
        var pixels = new T[x.Length][];
        for (int lane = 0; lane < pixels.Length; lane++)
        {
            pixels[lane] = new T[dz[lane].Length];
            _sums.Forward([], x[lane], pixels[lane]);
        }

        return pixels;
    }

    // Section 6, steps 2 and 4: pixel by pixel in a lane, the lanes by the tree.
    private void AddGradient(T[][] pixels, T[][] dz, Span<T> sums)
    {
        T[] lanes = new T[NetworkKernels.BlockSize];
        for (int channel = 0; channel < _channels; channel++)
        {
            for (int lane = 0; lane < lanes.Length; lane++)
                lanes[lane] = CoefficientGradient(pixels[lane].AsSpan(channel * _area, _area), dz[lane].AsSpan(channel * _area, _area));
            sums[channel] += LaneTree.Sum<T>(lanes);
            for (int lane = 0; lane < lanes.Length; lane++)
                lanes[lane] = BiasGradient(dz[lane].AsSpan(channel * _area, _area));
            sums[_channels + channel] += LaneTree.Sum<T>(lanes);
        }
    }

    private static T CoefficientGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> dz)
    {
        T sum = T.Zero;
        for (int pixel = 0; pixel < x.Length; pixel++)
            sum = T.FusedMultiplyAdd(dz[pixel], x[pixel], sum);
        return sum;
    }

    private static T BiasGradient(ReadOnlySpan<T> dz)
    {
        T sum = dz[0];
        foreach (T pixel in dz[1..])
            sum += pixel;
        return sum;
    }
}
