using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>
/// What the poolings share: which elements lie in which window, and how an element's gradient is added up from several windows.
/// </summary>
internal abstract class PoolingReference<T> : UnaryReference<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly int[][] _windows;

    /// <summary>[output][elements] each window's elements, by their indices in the input, row by row.</summary>
    protected ReadOnlySpan<int[]> Windows => _windows;

    protected PoolingReference(Pooling2DDefinition definition)
        : base(definition)
    {
        (Shape input, Shape output) = (definition.Input, definition.Output);
        var rows = new WindowAxis(input.Height, output.Height, definition.PoolHeight, definition.StrideHeight, definition.PadTop);
        var columns = new WindowAxis(input.Width, output.Width, definition.PoolWidth, definition.StrideWidth, definition.PadLeft);
        _windows =
        [
            .. from channel in Enumerable.Range(0, output.Channels)
               from row in Enumerable.Range(0, output.Height)
               from column in Enumerable.Range(0, output.Width)
               select Elements(channel * input.Height, rows.LivePixels(row), columns.LivePixels(column), input.Width),
        ];
    }

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z)
    {
        for (int output = 0; output < _windows.Length; output++)
            z[output] = Value(x, _windows[output]);
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx)
    {
        // Section 6: the first share is the sum so far, not added to a zero, which would turn -0 into +0; without a share it is +0.
        dx.Clear();
        var hasShare = new bool[dx.Length];
        var shares = new T[Definition.Input.Height * Definition.Input.Width];
        for (int output = 0; output < _windows.Length; output++)
        {
            int[] window = _windows[output];
            Share(x, window, dz[output], shares);
            for (int i = 0; i < window.Length; i++)
            {
                ref T sum = ref dx[window[i]];
                sum = hasShare[window[i]] ? sum + shares[i] : shares[i];
                hasShare[window[i]] = true;
            }
        }
    }

    /// <summary>Section 4: the output element of a window.</summary>
    /// <param name="x">[input] one image's input.</param>
    /// <param name="window">The window's elements, by their indices in the input, row by row.</param>
    protected abstract T Value(ReadOnlySpan<T> x, int[] window);

    /// <summary>Section 6: what each element of a window gets of the window's gradient.</summary>
    /// <param name="x">[input] one image's input.</param>
    /// <param name="window">The window's elements, by their indices in the input, row by row.</param>
    /// <param name="dz">The gradient of the window's output element.</param>
    /// <param name="shares">Receives the shares, in the window's order.</param>
    protected abstract void Share(ReadOnlySpan<T> x, int[] window, T dz, Span<T> shares);

    private static int[] Elements(int firstRow, (int First, int End) rows, (int First, int End) columns, int width) =>
    [
        .. from row in Enumerable.Range(rows.First, rows.End - rows.First)
           from column in Enumerable.Range(columns.First, columns.End - columns.First)
           select (firstRow + row) * width + column,
    ];
}
