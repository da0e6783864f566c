using System.Globalization;
using LeNetGen.Data.Synthetic;

namespace LeNetGen.Data;

/// <summary>
/// A set of handwritten-looking digits that LeNetGen draws itself, for when there is no other data: strokes of the ten digits in several
/// hands, under random rotation, shear, scale, shift and elastic distortion, with varying thickness, contrast and noise. Grey images of
/// 28 x 28, the same bytes on every machine and with any number of threads.
/// </summary>
/// <remarks>
/// As hard as intended, in accuracy on test images: nearest class mean 0.70, linear softmax 0.91, the D2L LeNet above 0.99.
/// </remarks>
public static class SyntheticDigits
{
    /// <summary>The width and height of an image.</summary>
    public const int Size = 28;

    /// <summary>What reports call the set.</summary>
    public const string Name = "synthetic digits";

    /// <summary>Draws a set.</summary>
    /// <param name="trainingCount">The number of training images.</param>
    /// <param name="testCount">The number of test images; they do not depend on <paramref name="trainingCount"/>.</param>
    /// <param name="seed">Another seed gives other images.</param>
    public static DataSplit Generate(int trainingCount = 60_000, int testCount = 10_000, int seed = 1) =>
        new(Draw(trainingCount, seed, image => image), Draw(testCount, seed, image => ~image))
        {
            Origin = string.Create(CultureInfo.InvariantCulture, $"drawn by LeNetGen, seed {seed}"),
        };

    // Training images have the streams 0, 1, 2, …, test images -1, -2, -3, …
    private static Dataset Draw(int count, int seed, Func<int, int> stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        const int length = Size * Size;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / length);
        byte[] pixels = new byte[count * length];
        byte[] labels = new byte[count];
        Parallel.For(0, count, image =>
            labels[image] = SyntheticDigit.Draw(seed, stream(image), Size, pixels.AsSpan(image * length, length)));
        return Dataset.FromBytes(Name, new Shape(1, Size, Size), pixels, labels, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }
}
