using System.Globalization;
using System.Runtime.CompilerServices;
using LeNetGen.Arithmetic;
using LeNetGen.Data.Distortion;

namespace LeNetGen.Data;

/// <summary>
/// Random planar affine transformations of training images, another of each image in every epoch (LeCun, Bottou, Bengio, Haffner,
/// "Gradient-based learning applied to document recognition", 1998, section III-B): translating, scaling, squeezing (compressing
/// horizontally what is elongated vertically, or the reverse) and shearing horizontally. The arithmetic stands in docs/arithmetic.md,
/// section 10.
/// </summary>
/// <remarks>
/// Each property is how far one of them goes; what an image gets is drawn evenly from there. An image's distortion depends on the seed, the
/// epoch and the image's index, and on nothing else: neither on threads nor on the order or size of batches.
/// </remarks>
public sealed record AffineDistortion
{
    /// <summary>The most pixels by which an image is shifted, to either side and up or down; from 0 to 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double Translation { get; init => field = Checked(value, 1000); } = 2;

    /// <summary>
    /// How much an image is enlarged at most, as a share of its size; at most as many times is it reduced. From 0 to 1: with 0.25, to
    /// between 1 / 1.25 and 1.25 of its size.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double Scaling { get; init => field = Checked(value, 1); } = 0.15;

    /// <summary>
    /// How much an image is stretched to the sides at most while it is compressed from above and below as many times, or the reverse.
    /// From 0 to 1, as <see cref="Scaling"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double Squeezing { get; init => field = Checked(value, 1); } = 0.15;

    /// <summary>The most columns by which each row is shifted against the one above it, to either side; from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double Shearing { get; init => field = Checked(value, 1); } = 0.25;

    /// <summary>What lies around an image, such as the paper; MNIST's is 0.</summary>
    public byte Background { get; init; }

    /// <summary>The images of a dataset as a training's epoch sees them.</summary>
    /// <param name="dataset">Raw images.</param>
    /// <param name="seed">The training's seed.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <returns>A set of the distorted images with the same labels and, if there are any, targets.</returns>
    /// <exception cref="LeNetGenException">The images are floats.</exception>
    public Dataset Distort(Dataset dataset, int seed, int epoch)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        RequireRaw(dataset);
        int length = dataset.ImageShape.Length;
        byte[] pixels = new byte[dataset.Count * length];
        var distorter = new ImageDistorter(this, dataset.ImageShape);
        for (int index = 0; index < dataset.Count; index++)
            distorter.Distort(StreamOf(seed, epoch), index, dataset.RawImage(index), pixels.AsSpan(index * length, length));
        return dataset.WithPixels(pixels);
    }

    /// <summary>The random numbers of an epoch.</summary>
    internal static RandomStream StreamOf(int seed, int epoch) => new(seed, epoch, RandomPurpose.Distortion);

    /// <summary>Requires images that can be distorted.</summary>
    /// <exception cref="LeNetGenException">They are floats.</exception>
    internal static void RequireRaw(Dataset dataset)
    {
        if (!dataset.IsRaw)
        {
            throw new LeNetGenException(
                $"The images of '{dataset.Name}' are floats, but only raw images can be distorted; leave out Distortion.");
        }
    }

    private static double Checked(double value, double most, [CallerMemberName] string property = "")
    {
        if (value >= 0 && value <= most)
            return value;
        throw new ArgumentOutOfRangeException(
            property, string.Create(CultureInfo.InvariantCulture, $"The {property} is {value}; it must be from 0 to {most}."));
    }
}
