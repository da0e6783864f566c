using System.Globalization;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of one image's activations: (channels, height, width), or a vector.</summary>
internal readonly record struct TensorShape(int Channels, int Height, int Width, bool IsVector = false)
{
    public static TensorShape Vector(int length) => new(length, 1, 1, IsVector: true);

    public int Length => Channels * Height * Width;

    /// <summary>Pixels of one channel.</summary>
    public int Area => Height * Width;

    public override string ToString() => IsVector
        ? Channels.ToString(CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{Channels}@{Height}x{Width}");
}
