namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>The windows of a convolution or pooling.</summary>
internal sealed class DrawnWindows
{
    private readonly Random _random;
    private readonly PaddingForm _padding;
    private readonly bool _isPooling;
    private readonly DrawnAxis _rows;
    private readonly DrawnAxis _columns;

    private DrawnWindows(Random random, Shape input, bool isPooling)
    {
        (_random, _isPooling) = (random, isPooling);
        _padding = EdgeSizes.Pick(random, PaddingForm.None, PaddingForm.Same, PaddingForm.Pixels);
        if (random.Next(2) == 0)
        {
            // Square, and what fits the shorter axis fits the other.
            DrawnAxis both = DrawnAxis.Draw(random, Math.Min(input.Height, input.Width), _padding, isPooling);
            (_rows, _columns) = (both with { Input = input.Height }, both with { Input = input.Width });
        }
        else
        {
            _rows = DrawnAxis.Draw(random, input.Height, _padding, isPooling);
            _columns = DrawnAxis.Draw(random, input.Width, _padding, isPooling);
        }
    }

    /// <summary>Elements of a window in one channel.</summary>
    public int Elements => _rows.Window * _columns.Window;

    /// <summary>Draws windows.</summary>
    /// <param name="random">Where from.</param>
    /// <param name="input">The input.</param>
    /// <param name="isPooling">Whether it is a pooling.</param>
    public static DrawnWindows Draw(Random random, Shape input, bool isPooling) => new(random, input, isPooling);

    /// <summary>The shape that so many channels of these windows make.</summary>
    public Shape Output(int channels) => new(channels, _rows.Output, _columns.Output);

    /// <summary>Writes size, strides and padding in one of the ways in which they can be written.</summary>
    public LayerArguments Write(LayerArguments arguments)
    {
        if (_rows.Window == _columns.Window && _random.Next(4) != 0)
            arguments.Add(_rows.Window);
        else
            arguments.Add(_rows.Window, _columns.Window);

        int? strides = Common("Strides", _rows.Stride, _columns.Stride);
        arguments.Set("StrideHeight", _rows.Stride, strides ?? (_isPooling ? _rows.Window : 1));
        arguments.Set("StrideWidth", _columns.Stride, strides ?? (_isPooling ? _columns.Window : 1));
        if (_padding == PaddingForm.Same)
            return arguments.Set(nameof(Padding), Padding.Same, Padding.Valid);

        arguments.Set(nameof(Padding), Padding.Valid, Padding.Valid);
        if (_padding == PaddingForm.None)
            return arguments;
        int pad = Common("Pad", _rows.PadBefore, _columns.PadAfter) ?? 0;
        return arguments
            .Set("PadTop", _rows.PadBefore, pad)
            .Set("PadBottom", _rows.PadAfter, pad)
            .Set("PadLeft", _columns.PadBefore, pad)
            .Set("PadRight", _columns.PadAfter, pad);

        // A property that holds for all sides, be it one's or the other's value; or it is not written.
        int? Common(string property, int one, int other)
        {
            if (_random.Next(3) == 0)
                return null;
            int value = EdgeSizes.Pick(_random, one, other);
            arguments.Set<int?>(property, value, null);
            return value;
        }
    }
}
