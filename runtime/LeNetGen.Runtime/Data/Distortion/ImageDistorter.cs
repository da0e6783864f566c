using LeNetGen.Arithmetic;
using LeNetGen.Execution;

namespace LeNetGen.Data.Distortion;

/// <summary>Distorts the images of one shape, one after the other; for one thread.</summary>
internal sealed class ImageDistorter
{
    // A pixel of background before the image, and two behind: whatever a position is clamped to has four neighbours.
    private const int Before = 1, Behind = 2;

    // Of a position's 16 bits below a pixel, the upper 8 weigh its neighbours: bytes need no more.
    private const int WeightBits = 8;
    private const int One = 1 << WeightBits;

    private readonly AffineDistortion _ranges;
    private readonly Shape _shape;
    private readonly int _rowLength;
    private readonly byte[] _framed;
    private readonly byte[] _block;

    /// <summary>A distorter.</summary>
    /// <param name="ranges">How far distortions go.</param>
    /// <param name="shape">(channels, height, width) of the images.</param>
    public ImageDistorter(AffineDistortion ranges, Shape shape)
    {
        (_ranges, _shape) = (ranges, shape);
        _rowLength = Before + shape.Width + Behind;
        _framed = new byte[_rowLength * (Before + shape.Height + Behind)];
        Array.Fill(_framed, ranges.Background);
        _block = new byte[NetworkKernels.BlockSize * shape.Length];
    }

    /// <summary>Distorts up to 16 images of a dataset.</summary>
    /// <param name="random">The random numbers of the epoch.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="indices">[images] which of its images.</param>
    /// <returns>[images, channels, height, width] the distorted images, until the next call.</returns>
    public ReadOnlySpan<byte> Distort(RandomStream random, Dataset dataset, ReadOnlySpan<int> indices)
    {
        int length = _shape.Length;
        for (int lane = 0; lane < indices.Length; lane++)
            Distort(random, indices[lane], dataset.RawImage(indices[lane]), _block.AsSpan(lane * length, length));
        return _block.AsSpan(0, indices.Length * length);
    }

    /// <summary>Distorts one image.</summary>
    /// <param name="random">The random numbers of the epoch.</param>
    /// <param name="index">The image's index in its dataset.</param>
    /// <param name="image">[channels, height, width] the image.</param>
    /// <param name="distorted">[channels, height, width] receives it distorted.</param>
    public void Distort(RandomStream random, int index, ReadOnlySpan<byte> image, Span<byte> distorted) =>
        Distort(AffineMap.Draw(_ranges, random, index, _shape), image, distorted);

    /// <summary>Distorts one image by a given map, all channels alike.</summary>
    /// <param name="map">The map.</param>
    /// <param name="image">[channels, height, width] the image.</param>
    /// <param name="distorted">[channels, height, width] receives it distorted.</param>
    public void Distort(AffineMap map, ReadOnlySpan<byte> image, Span<byte> distorted)
    {
        int plane = _shape.Height * _shape.Width;
        for (int start = 0; start < image.Length; start += plane)
        {
            Frame(image.Slice(start, plane));
            Resample(map, distorted.Slice(start, plane));
        }
    }

    private void Frame(ReadOnlySpan<byte> plane)
    {
        for (int row = 0; row < _shape.Height; row++)
            plane.Slice(row * _shape.Width, _shape.Width).CopyTo(_framed.AsSpan((row + Before) * _rowLength + Before));
    }

    private void Resample(AffineMap map, Span<byte> plane)
    {
        (long sourceRow, long firstColumn) = (map.Row, map.Column);
        long lastRow = (long)_shape.Height << AffineMap.Bits, lastColumn = (long)_shape.Width << AffineMap.Bits;
        for (int row = 0; row < _shape.Height; row++)
        {
            (int above, int below) = Split(sourceRow, lastRow);
            ReadOnlySpan<byte> upper = _framed.AsSpan((above + Before) * _rowLength, _rowLength);
            ReadOnlySpan<byte> lower = _framed.AsSpan((above + Before + 1) * _rowLength, _rowLength);
            Span<byte> pixels = plane.Slice(row * _shape.Width, _shape.Width);
            long sourceColumn = firstColumn;
            for (int column = 0; column < pixels.Length; column++)
            {
                (int left, int right) = Split(sourceColumn, lastColumn);
                left += Before;
                int top = upper[left] * (One - right) + upper[left + 1] * right;
                int bottom = lower[left] * (One - right) + lower[left + 1] * right;
                pixels[column] = (byte)(top * (One - below) + bottom * below + One * One / 2 >> 2 * WeightBits);
                sourceColumn += map.ColumnStep;
            }

            sourceRow += map.RowStep;
            firstColumn += map.Shear;
        }
    }

    // The pixel at or before a position, and the weight of the next one. Beyond the background around the image is the same background.
    private static (int Pixel, int Weight) Split(long position, long last)
    {
        int clamped = (int)Math.Clamp(position, -Before << AffineMap.Bits, last);
        return (clamped >> AffineMap.Bits, clamped >> AffineMap.Bits - WeightBits & One - 1);
    }
}
