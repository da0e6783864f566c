using System.Globalization;

namespace LeNetGen.Training;

/// <summary>
/// How many images of each class were taken for each class. Where a ratio below would be 0 / 0, it is 0, as in Keras and scikit-learn.
/// </summary>
public sealed class ConfusionMatrix
{
    // The cells that are not 0, as actual * classes + predicted, ascending.
    private readonly long[] _cells;
    private readonly long[] _counts;
    private readonly long[] _actual;
    private readonly long[] _predicted;
    private readonly long[] _correct;

    /// <summary>A matrix of the cells that are not 0, in ascending order.</summary>
    internal ConfusionMatrix(int classCount, long[] cells, long[] counts, IReadOnlyList<string> classNames)
    {
        (_cells, _counts) = (cells, counts);
        (_actual, _predicted, _correct) = (new long[classCount], new long[classCount], new long[classCount]);
        for (int i = 0; i < cells.Length; i++)
        {
            (long actual, long predicted) = Math.DivRem(cells[i], classCount);
            _actual[actual] += counts[i];
            _predicted[predicted] += counts[i];
            if (actual == predicted)
                _correct[actual] = counts[i];
        }

        // A network may have more outputs than there are classes to name.
        ClassNames = classNames.Count == classCount
            ? classNames
            : [.. Enumerable.Range(0, classCount).Select(
                index => index < classNames.Count ? classNames[index] : index.ToString(CultureInfo.InvariantCulture))];
        Total = _actual.Sum();
        Accuracy = Ratio(_correct.Sum(), Total);
    }

    /// <summary>The number of classes, which is that of the network's outputs.</summary>
    public int ClassCount => _actual.Length;

    /// <summary>What the classes are called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of images.</summary>
    public long Total { get; }

    /// <summary>The share of images that were taken for what they are, from 0 to 1.</summary>
    public double Accuracy { get; }

    /// <summary>The mean precision of the classes that occur, as labels or as predictions.</summary>
    public double MacroPrecision => Mean(Precision);

    /// <summary>The mean recall of the classes that occur, as labels or as predictions.</summary>
    public double MacroRecall => Mean(Recall);

    /// <summary>The mean F1 of the classes that occur, as labels or as predictions.</summary>
    public double MacroF1 => Mean(F1);

    /// <summary>How many images of class <paramref name="actual"/> were taken for <paramref name="predicted"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted]
    {
        get
        {
            Require(actual, nameof(actual));
            Require(predicted, nameof(predicted));
            int place = Array.BinarySearch(_cells, (long)actual * ClassCount + predicted);
            return place < 0 ? 0 : _counts[place];
        }
    }

    /// <summary>A matrix of given counts.</summary>
    /// <param name="counts">[actual, predicted] the number of images in each cell.</param>
    /// <param name="classNames">What the classes are called.</param>
    /// <exception cref="ArgumentException">The counts are not square, one is negative, or the names are not as many.</exception>
    public static ConfusionMatrix Of(long[,] counts, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(classNames);
        int classes = classNames.Count;
        if (counts.GetLength(0) != classes || counts.GetLength(1) != classes)
        {
            throw new ArgumentException(
                $"The counts are {counts.GetLength(0)} x {counts.GetLength(1)}, but {classes} classes are named.", nameof(counts));
        }

        long[] all = [.. counts.Cast<long>()];
        if (all.Any(count => count < 0))
            throw new ArgumentException("A count is negative.", nameof(counts));
        long[] cells = [.. Enumerable.Range(0, all.Length).Where(cell => all[cell] > 0)];
        return new ConfusionMatrix(classes, cells, [.. cells.Select(cell => all[cell])], classNames);
    }

    /// <summary>The number of images of a class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long ActualCount(int index) => _actual[Require(index, nameof(index))];

    /// <summary>The number of images that were taken for a class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long PredictedCount(int index) => _predicted[Require(index, nameof(index))];

    /// <summary>The share of right ones among the images taken for a class, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int index) => Ratio(_correct[Require(index, nameof(index))], _predicted[index]);

    /// <summary>The share of a class's images that were taken for it, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int index) => Ratio(_correct[Require(index, nameof(index))], _actual[index]);

    /// <summary>The harmonic mean of a class's precision and recall, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int index) => Ratio(2 * _correct[Require(index, nameof(index))], _actual[index] + _predicted[index]);

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private double Mean(Func<int, double> ofClass) =>
        Enumerable.Range(0, ClassCount).Where(index => _actual[index] + _predicted[index] > 0).Select(ofClass).DefaultIfEmpty().Average();

    private int Require(int index, string argument) => (uint)index < (uint)ClassCount
        ? index
        : throw new ArgumentOutOfRangeException(argument, $"There are {ClassCount} classes, but class {index} is asked for.");
}
