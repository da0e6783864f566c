using System.Globalization;

namespace LeNetGen.Data;

/// <content>Targets: what a network's outputs should be, for losses that compare with more than a label.</content>
public sealed partial class Dataset
{
    private readonly ReadOnlyMemory<float> _targets;

    /// <summary>Whether the images have targets.</summary>
    public bool HasTargets => TargetLength > 0;

    /// <summary>The number of elements of a target; 0 if there are none.</summary>
    public int TargetLength { get; }

    /// <summary>
    /// A set of raw images with targets alone. The label of an image is the first of its target's largest elements. Neither images nor
    /// targets are copied.
    /// </summary>
    /// <param name="name">What the set is called in reports.</param>
    /// <param name="imageShape">(channels, height, width) of each image.</param>
    /// <param name="pixels">[count, channels, height, width] the images, one after the other.</param>
    /// <param name="targets">[count, outputs] what a network's outputs should be for each image.</param>
    /// <param name="classNames">What each output stands for; their indices if null.</param>
    /// <exception cref="LeNetGenException">The numbers of pixels, targets and names do not agree, or a target is not finite.</exception>
    public static Dataset FromBytes(
        string name, Shape imageShape, byte[] pixels, float[] targets, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        int count = CountImages(name, imageShape, pixels.Length, "pixels");
        return new Dataset(name, imageShape, isRaw: true, pixels, default, new int[count], classNames ?? []).Labelled(targets, classNames);
    }

    /// <summary>
    /// A set of images that are already a network's input, with targets alone. The label of an image is the first of its target's largest
    /// elements. Neither images nor targets are copied.
    /// </summary>
    /// <param name="name">What the set is called in reports.</param>
    /// <param name="imageShape">(channels, height, width) of each image, as the network's first layer sees it.</param>
    /// <param name="values">[count, channels, height, width] the images, one after the other.</param>
    /// <param name="targets">[count, outputs] what a network's outputs should be for each image.</param>
    /// <param name="classNames">What each output stands for; their indices if null.</param>
    /// <exception cref="LeNetGenException">The numbers of values, targets and names do not agree, or a target is not finite.</exception>
    public static Dataset FromFloats(
        string name, Shape imageShape, float[] values, float[] targets, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        int count = CountImages(name, imageShape, values.Length, "values");
        return new Dataset(name, imageShape, isRaw: false, default, values, new int[count], classNames ?? []).Labelled(targets, classNames);
    }

    /// <summary>What a network's outputs should be for one image.</summary>
    /// <returns>[TargetLength] the target.</returns>
    /// <exception cref="InvalidOperationException">There are no targets.</exception>
    public ReadOnlySpan<float> Target(int index)
    {
        if (!HasTargets)
            throw new InvalidOperationException($"The images of '{Name}' have no targets.");
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _targets.Span.Slice(index * TargetLength, TargetLength);
    }

    /// <summary>The same images and labels with targets, which are not copied.</summary>
    /// <param name="targets">
    /// [count, length] what a network's outputs should be for each image; the length of a target follows from theirs.
    /// </param>
    /// <exception cref="LeNetGenException">They are not as many for each image, or one is not finite.</exception>
    public Dataset WithTargets(float[] targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (Count == 0 ? targets.Length > 0 : targets.Length == 0 || targets.Length % Count != 0)
        {
            throw new LeNetGenException(
                $"'{Name}' has {Count} images, among which {targets.Length} target elements cannot be divided evenly.");
        }

        int length = Count == 0 ? 0 : targets.Length / Count;
        int wrong = Array.FindIndex(targets, element => !float.IsFinite(element));
        if (wrong >= 0)
        {
            throw new LeNetGenException(string.Create(
                CultureInfo.InvariantCulture,
                $"Element {wrong % length} of target {wrong / length} of '{Name}' is {targets[wrong]}; targets are finite numbers."));
        }

        return new Dataset(Name, ImageShape, IsRaw, _pixels, _values, _labels, ClassNames, targets, length);
    }

    /// <summary>
    /// The same images and labels with one-hot targets: 1 at the label, 0 elsewhere (Keras: to_categorical).
    /// </summary>
    /// <param name="classCount">The length of a target; the number of class names if null.</param>
    /// <exception cref="LeNetGenException">A label does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classCount"/> is less than 1.</exception>
    public Dataset ToCategorical(int? classCount = null)
    {
        int length = classCount ?? ClassNames.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, nameof(classCount));
        float[] targets = new float[checked(Count * length)];
        for (int index = 0; index < Count; index++)
        {
            if (Label(index) >= length)
            {
                throw new LeNetGenException(
                    $"Label {index} of '{Name}' is {Label(index)}, which one-hot targets of {length} elements cannot show.");
            }

            targets[index * length + Label(index)] = 1;
        }

        return WithTargets(targets);
    }

    // Labels after the targets.
    private Dataset Labelled(float[] targets, IReadOnlyList<string>? classNames)
    {
        Dataset dataset = WithTargets(targets);
        int length = dataset.TargetLength;
        if (classNames is not null && classNames.Count != length)
            throw new LeNetGenException($"The targets of '{Name}' have {length} elements, but {classNames.Count} classes are named.");
        int[] labels = new int[Count];
        for (int index = 0; index < labels.Length; index++)
            labels[index] = Execution.Softmax.Largest(dataset.Target(index));
        classNames ??= [.. Enumerable.Range(0, length).Select(label => label.ToString(CultureInfo.InvariantCulture))];
        return new Dataset(Name, ImageShape, IsRaw, _pixels, _values, labels, classNames, targets, length);
    }

    private static int CountImages(string name, Shape imageShape, int elements, string what)
    {
        ArgumentNullException.ThrowIfNull(name);
        CheckShape(name, imageShape);
        if (elements % imageShape.Length != 0)
            throw new LeNetGenException($"'{name}' has {elements} {what}, which are no whole number of images of {imageShape}.");
        return elements / imageShape.Length;
    }
}
