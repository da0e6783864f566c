using System.Globalization;

namespace LeNetGen.Reporting.Networks;

/// <summary>The geometry of a layer that moves a window over its input, in the words of its declaration.</summary>
internal static class WindowText
{
    /// <summary>Such as <c>5×5, same</c>, or <c>11×3, stride 4×2, pad 1</c>; a kernel that stays inside its input is not remarked on.</summary>
    public static string Of(Conv2DDefinition convolution) => Join(
        Product(convolution.KernelHeight, convolution.KernelWidth),
        convolution is { StrideHeight: 1, StrideWidth: 1 } ? "" : "stride " + Pair(convolution.StrideHeight, convolution.StrideWidth),
        convolution is { PadTop: 0, PadLeft: 0 } ? "" : "same");

    /// <summary>Such as <c>2×2</c>.</summary>
    public static string Of(Pooling2DDefinition pooling) => Product(pooling.PoolHeight, pooling.PoolWidth);

    private static string Join(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    private static string Pair(int height, int width) =>
        height == width ? height.ToString(CultureInfo.InvariantCulture) : Product(height, width);

    private static string Product(int height, int width) => string.Create(CultureInfo.InvariantCulture, $"{height}×{width}");
}
