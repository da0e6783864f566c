using System.Globalization;

namespace LeNetGen;

/// <summary>The shape of one image's activations: (channels, height, width), or a vector.</summary>
public readonly record struct Shape
{
    /// <summary>The shape (channels, height, width).</summary>
    public Shape(int channels, int height, int width)
    {
        Channels = channels;
        Height = height;
        Width = width;
    }

    /// <summary>The shape of a vector of <paramref name="length"/> elements.</summary>
    public Shape(int length)
        : this(length, 1, 1) => IsVector = true;

    /// <summary>Channels; of a vector, its length.</summary>
    public int Channels { get; }

    /// <summary>Rows; 1 for a vector.</summary>
    public int Height { get; }

    /// <summary>Columns; 1 for a vector.</summary>
    public int Width { get; }

    /// <summary>Whether this is a vector, as after Flatten or Dense.</summary>
    public bool IsVector { get; }

    /// <summary>The number of elements.</summary>
    public int Length => Channels * Height * Width;

    /// <summary>Such as <c>6@28x28</c>, or <c>120</c> for a vector.</summary>
    public override string ToString() => IsVector
        ? Channels.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Channels}@{Height}x{Width}");
}
