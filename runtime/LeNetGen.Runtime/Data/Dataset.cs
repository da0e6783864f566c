namespace LeNetGen.Data;

/// <summary>
/// Images with labels and, if given, targets. The images are raw bytes, which a network treats as it declares, or floats that are
/// already a network's input.
/// </summary>
public sealed partial class Dataset
{
    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly ReadOnlyMemory<float> _values;
    private readonly ReadOnlyMemory<int> _labels;

    private Dataset(
        string name, Shape imageShape, bool isRaw, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<float> values,
        ReadOnlyMemory<int> labels, IReadOnlyList<string> classNames, ReadOnlyMemory<float> targets = default, int targetLength = 0)
    {
        (Name, ImageShape, IsRaw, ClassNames) = (name, imageShape, isRaw, classNames);
        (_pixels, _values, _labels) = (pixels, values, labels);
        (_targets, TargetLength) = (targets, targetLength);
    }

    /// <summary>What the set is called in reports.</summary>
    public string Name { get; }

    /// <summary>The number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>(channels, height, width) of each image.</summary>
    public Shape ImageShape { get; }

    /// <summary>What each label stands for; their number is the number of classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Whether the images are raw bytes; else they are floats.</summary>
    public bool IsRaw { get; }

    /// <summary>A set of raw images, which are not copied.</summary>
    /// <param name="name">What the set is called in reports.</param>
    /// <param name="imageShape">(channels, height, width) of each image.</param>
    /// <param name="pixels">[count, channels, height, width] the images, one after the other.</param>
    /// <param name="labels">[count] the index in <paramref name="classNames"/> for each image.</param>
    /// <param name="classNames">What each label stands for.</param>
    /// <exception cref="LeNetGenException">The numbers of pixels and labels do not agree, or a label is out of range.</exception>
    public static Dataset FromBytes(string name, Shape imageShape, byte[] pixels, byte[] labels, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        Check(name, imageShape, pixels.Length, "pixels", labels, classNames);
        return new Dataset(name, imageShape, isRaw: true, pixels, default, Widened(labels), classNames);
    }

    /// <summary>A set of images that are already a network's input; they are not copied.</summary>
    /// <param name="name">What the set is called in reports.</param>
    /// <param name="imageShape">(channels, height, width) of each image, as the network's first layer sees it.</param>
    /// <param name="values">[count, channels, height, width] the images, one after the other.</param>
    /// <param name="labels">[count] the index in <paramref name="classNames"/> for each image.</param>
    /// <param name="classNames">What each label stands for.</param>
    /// <exception cref="LeNetGenException">The numbers of values and labels do not agree, or a label is out of range.</exception>
    public static Dataset FromFloats(string name, Shape imageShape, float[] values, byte[] labels, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(values);
        Check(name, imageShape, values.Length, "values", labels, classNames);
        return new Dataset(name, imageShape, isRaw: false, default, values, Widened(labels), classNames);
    }

    /// <summary>The pixels of one raw image, (channel, row, column).</summary>
    /// <exception cref="InvalidOperationException">The images are floats.</exception>
    public ReadOnlySpan<byte> RawImage(int index) => IsRaw
        ? _pixels.Span.Slice(StartOf(index), ImageShape.Length)
        : throw new InvalidOperationException($"The images of '{Name}' are floats; FloatImage reads them.");

    /// <summary>The values of one image of floats, (channel, row, column).</summary>
    /// <exception cref="InvalidOperationException">The images are raw bytes.</exception>
    public ReadOnlySpan<float> FloatImage(int index) => IsRaw
        ? throw new InvalidOperationException($"The images of '{Name}' are raw bytes; RawImage reads them.")
        : _values.Span.Slice(StartOf(index), ImageShape.Length);

    /// <summary>The pixels of all images, if they are raw.</summary>
    internal ReadOnlySpan<byte> Pixels => _pixels.Span;

    /// <summary>The elements of all images, if they are floats.</summary>
    internal ReadOnlySpan<float> Values => _values.Span;

    /// <summary>The label of one image: an index in <see cref="ClassNames"/>.</summary>
    public int Label(int index) => _labels.Span[index];

    /// <summary>The images from <paramref name="start"/> on, <paramref name="count"/> of them, as a view: nothing is copied.</summary>
    /// <returns>A set with their labels and, if there are any, targets.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many.</exception>
    public Dataset Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
        (int first, int length) = (start * ImageShape.Length, count * ImageShape.Length);
        return new Dataset(
            Name, ImageShape, IsRaw,
            IsRaw ? _pixels.Slice(first, length) : default,
            IsRaw ? default : _values.Slice(first, length),
            _labels.Slice(start, count), ClassNames,
            _targets.Slice(start * TargetLength, count * TargetLength), TargetLength);
    }

    /// <summary>The same labels and targets with other raw images of the same shape, which are not copied.</summary>
    /// <param name="pixels">[count, channels, height, width] the images.</param>
    internal Dataset WithPixels(byte[] pixels) =>
        new(Name, ImageShape, isRaw: true, pixels, default, _labels, ClassNames, _targets, TargetLength);

    private static int[] Widened(byte[] labels) => Array.ConvertAll(labels, label => (int)label);

    /// <summary>Where in <see cref="Pixels"/> or <see cref="Values"/> an image starts.</summary>
    internal int StartOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return index * ImageShape.Length;
    }

    private static void Check(string name, Shape imageShape, int elements, string what, byte[] labels, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classNames);
        CheckShape(name, imageShape);
        long needed = (long)labels.Length * imageShape.Length;
        if (elements != needed)
        {
            throw new LeNetGenException(
                $"'{name}' has {elements} {what}, but {labels.Length} labelled images of {imageShape} need {needed}.");
        }

        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)Math.Clamp(classNames.Count - 1, 0, byte.MaxValue));
        if (wrong >= 0 || (labels.Length > 0 && classNames.Count == 0))
        {
            throw new LeNetGenException(
                $"Label {Math.Max(wrong, 0)} of '{name}' is {labels[Math.Max(wrong, 0)]}, but there are {classNames.Count} classes.");
        }
    }

    private static void CheckShape(string name, Shape imageShape)
    {
        if (imageShape.Channels <= 0 || imageShape.Height <= 0 || imageShape.Width <= 0)
            throw new ArgumentException($"Images of '{name}' cannot have the shape {imageShape}.", nameof(imageShape));
    }
}
