using System.Globalization;

namespace LeNetGen.Reporting.Networks;

/// <summary>The geometry of a layer that moves a window over its input, in the words of its declaration.</summary>
internal static class WindowText
{
    /// <summary>Such as <c>5×5, same</c>, or <c>11×3, stride 4×2, pad 1×0</c>; no word of a kernel that stays inside its input.</summary>
    public static string Of(Conv2DDefinition convolution) => Of(
        AxisOf(convolution.Input.Height, convolution.Output.Height, convolution.KernelHeight, convolution.StrideHeight, convolution.PadTop),
        AxisOf(convolution.Input.Width, convolution.Output.Width, convolution.KernelWidth, convolution.StrideWidth, convolution.PadLeft),
        usualStrides: (1, 1));

    /// <summary>Such as <c>2×2</c>, or <c>3×3, stride 2</c>; windows that lie side by side are not remarked on.</summary>
    public static string Of(Pooling2DDefinition pooling) => Of(
        AxisOf(pooling.Input.Height, pooling.Output.Height, pooling.PoolHeight, pooling.StrideHeight, pooling.PadTop),
        AxisOf(pooling.Input.Width, pooling.Output.Width, pooling.PoolWidth, pooling.StrideWidth, pooling.PadLeft),
        usualStrides: (pooling.PoolHeight, pooling.PoolWidth));

    /// <summary>As of a pooling.</summary>
    public static string Of(Subsampling2DDefinition subsampling) => Of(
        AxisOf(
            subsampling.Input.Height, subsampling.Output.Height, subsampling.PoolHeight, subsampling.StrideHeight, subsampling.PadTop),
        AxisOf(
            subsampling.Input.Width, subsampling.Output.Width, subsampling.PoolWidth, subsampling.StrideWidth, subsampling.PadLeft),
        usualStrides: (subsampling.PoolHeight, subsampling.PoolWidth));

    private static string Of(Axis rows, Axis columns, (int Height, int Width) usualStrides)
    {
        List<string> parts = [Product(rows.Window, columns.Window)];
        if ((rows.Stride, columns.Stride) != usualStrides)
            parts.Add("stride " + Pair(rows.Stride, columns.Stride));
        if (rows.PadBefore + rows.PadAfter + columns.PadBefore + columns.PadAfter > 0)
            parts.Add(rows.IsSame && columns.IsSame ? "same" : PaddingOf(rows, columns));
        return string.Join(", ", parts);
    }

    private static string PaddingOf(Axis rows, Axis columns) =>
        rows.PadBefore == rows.PadAfter && columns.PadBefore == columns.PadAfter
            ? "pad " + Pair(rows.PadBefore, columns.PadBefore)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"pad {rows.PadBefore} above, {rows.PadAfter} below, {columns.PadBefore} left, {columns.PadAfter} right");

    /// <summary>What a definition leaves unsaid is how far the last window reaches over the input's end.</summary>
    private static Axis AxisOf(int input, int output, int window, int stride, int padBefore) =>
        new(input, output, window, stride, padBefore, Math.Max(0, (output - 1) * stride + window - padBefore - input));

    private static string Pair(int height, int width) =>
        height == width ? height.ToString(CultureInfo.InvariantCulture) : Product(height, width);

    private static string Product(int height, int width) => string.Create(CultureInfo.InvariantCulture, $"{height}×{width}");

    /// <summary>One direction: rows, or columns.</summary>
    private readonly record struct Axis(int Input, int Output, int Window, int Stride, int PadBefore, int PadAfter)
    {
        /// <summary>Whether the output is as Keras' "same" makes it, the smaller half of the padding in front.</summary>
        public bool IsSame => Output == (Input + Stride - 1) / Stride && PadBefore == (PadBefore + PadAfter) / 2;
    }
}
