using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <summary>A convolution. Its weight is [filter][input channel][kernel row][kernel column], followed by a bias for each filter.</summary>
internal sealed class ConvolutionReference<T>(Conv2DDefinition definition) : UnaryReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    private readonly Shape _input = definition.Input;
    private readonly Shape _output = definition.Output;
    private readonly WindowAxis _rows = new(
        definition.Input.Height, definition.Output.Height, definition.KernelHeight, definition.StrideHeight, definition.PadTop);
    private readonly WindowAxis _columns = new(
        definition.Input.Width, definition.Output.Width, definition.KernelWidth, definition.StrideWidth, definition.PadLeft);

    // [filter][channel] which kernel of the weight connects the two; -1 for none.
    private readonly int[,] _kernels = KernelsOf(definition);

    // Section 6, step 3: what a convolution with one output pixel is that sees the whole input.
    private readonly DenseReference<T> _asDense =
        new(new DenseDefinition(definition.Name, new Shape(definition.Input.Length), new Shape(definition.Output.Length)));

    private bool CoversInput =>
        definition.Connections is null
        && (_rows.Kernel, _columns.Kernel, _output.Height * _output.Width, _rows.Pad, _columns.Pad) == (_input.Height, _input.Width, 1, 0, 0);

    private int WeightCount => ParameterCount - _output.Channels;

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z)
    {
        ReadOnlySpan<T> weight = parameters[..WeightCount], bias = parameters[WeightCount..];
        for (int filter = 0; filter < _output.Channels; filter++)
        for (int row = 0; row < _output.Height; row++)
        for (int column = 0; column < _output.Width; column++)
            z[OutputIndex(filter, row, column)] = Pixel(weight, bias[filter], x, filter, row, column);
    }

    // Section 4: the bias, then the live taps. A dead tap is skipped: 0 * infinity would be NaN, and -0 + 0 would lose its sign.
    private T Pixel(ReadOnlySpan<T> weight, T bias, ReadOnlySpan<T> x, int filter, int row, int column)
    {
        (int firstRow, int endRow) = _rows.LiveTaps(row);
        (int firstColumn, int endColumn) = _columns.LiveTaps(column);
        T sum = bias;
        for (int channel = 0; channel < _input.Channels; channel++)
        for (int kernelRow = firstRow; kernelRow < endRow && IsConnected(filter, channel); kernelRow++)
        {
            int input = InputIndex(channel, _rows.Origin(row) + kernelRow, _columns.Origin(column));
            int tap = WeightIndex(filter, channel, kernelRow, 0);
            for (int kernelColumn = firstColumn; kernelColumn < endColumn; kernelColumn++)
                sum = T.FusedMultiplyAdd(x[input + kernelColumn], weight[tap + kernelColumn], sum);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx)
    {
        ReadOnlySpan<T> weight = parameters[..WeightCount];
        for (int channel = 0; channel < _input.Channels; channel++)
        for (int row = 0; row < _input.Height; row++)
        for (int column = 0; column < _input.Width; column++)
            dx[InputIndex(channel, row, column)] = PixelGradient(weight, dz, channel, row, column);
    }

    // Section 6: from +0, over the filters and taps through which this input pixel reaches an output pixel.
    private T PixelGradient(ReadOnlySpan<T> weight, ReadOnlySpan<T> dz, int channel, int row, int column)
    {
        (int firstRow, int endRow) = _rows.TapsOf(row);
        (int firstColumn, int endColumn) = _columns.TapsOf(column);
        T sum = T.Zero;
        for (int filter = 0; filter < _output.Channels; filter++)
        for (int kernelRow = firstRow; kernelRow < endRow && IsConnected(filter, channel); kernelRow += _rows.Stride)
        {
            int output = OutputIndex(filter, _rows.OutputAt(row, kernelRow), _columns.OutputAt(column, firstColumn));
            int tap = WeightIndex(filter, channel, kernelRow, 0);
            for (int kernelColumn = firstColumn; kernelColumn < endColumn; kernelColumn += _columns.Stride)
                sum = T.FusedMultiplyAdd(dz[output--], weight[tap + kernelColumn], sum);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void AddParameterGradient(T[][] x, T[][] dz, Span<T> sums)
    {
        if (CoversInput)
        {
            _asDense.AddParameterGradient(x, dz, sums);
            return;
        }

        Span<T> weightSums = sums[..WeightCount], biasSums = sums[WeightCount..];
        T[] lanes = new T[NetworkKernels.BlockSize];
        for (int filter = 0; filter < _output.Channels; filter++)
        {
            for (int channel = 0; channel < _input.Channels; channel++)
            for (int kernelRow = 0; kernelRow < _rows.Kernel && IsConnected(filter, channel); kernelRow++)
            for (int kernelColumn = 0; kernelColumn < _columns.Kernel; kernelColumn++)
            {
                for (int lane = 0; lane < lanes.Length; lane++)
                    lanes[lane] = TapGradient(x[lane], dz[lane], filter, channel, kernelRow, kernelColumn);
                weightSums[WeightIndex(filter, channel, kernelRow, kernelColumn)] += LaneTree.Sum<T>(lanes);
            }

            for (int lane = 0; lane < lanes.Length; lane++)
                lanes[lane] = BiasGradient(dz[lane], filter);
            biasSums[filter] += LaneTree.Sum<T>(lanes);
        }
    }

    // Section 6, step 2: one lane's part of a weight's gradient.
    private T TapGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> dz, int filter, int channel, int kernelRow, int kernelColumn)
    {
        (int firstRow, int endRow) = _rows.LiveOutputs(kernelRow);
        (int firstColumn, int endColumn) = _columns.LiveOutputs(kernelColumn);
        T sum = T.Zero;
        for (int row = firstRow; row < endRow; row++)
        {
            int output = OutputIndex(filter, row, 0);
            int input = InputIndex(channel, _rows.Origin(row) + kernelRow, kernelColumn - _columns.Pad);
            for (int column = firstColumn; column < endColumn; column++)
                sum = T.FusedMultiplyAdd(dz[output + column], x[input + column * _columns.Stride], sum);
        }

        return sum;
    }

    // Section 6, step 4: one lane's part of a bias's gradient.
    private T BiasGradient(ReadOnlySpan<T> dz, int filter)
    {
        ReadOnlySpan<T> pixels = dz.Slice(OutputIndex(filter, 0, 0), _output.Height * _output.Width);
        T sum = pixels[0];
        foreach (T pixel in pixels[1..])
            sum += pixel;
        return sum;
    }

    private bool IsConnected(int filter, int channel) => _kernels[filter, channel] >= 0;

    private static int[,] KernelsOf(Conv2DDefinition definition)
    {
        int[,] kernels = new int[definition.Output.Channels, definition.Input.Channels];
        int count = 0;
        for (int filter = 0; filter < kernels.GetLength(0); filter++)
        for (int channel = 0; channel < kernels.GetLength(1); channel++)
            kernels[filter, channel] = definition.Connections is { } table && !table[channel, filter] ? -1 : count++;
        return kernels;
    }

    private int InputIndex(int channel, int row, int column) => (channel * _input.Height + row) * _input.Width + column;

    private int OutputIndex(int filter, int row, int column) => (filter * _output.Height + row) * _output.Width + column;

    private int WeightIndex(int filter, int channel, int kernelRow, int kernelColumn) =>
        (_kernels[filter, channel] * _rows.Kernel + kernelRow) * _columns.Kernel + kernelColumn;
}
