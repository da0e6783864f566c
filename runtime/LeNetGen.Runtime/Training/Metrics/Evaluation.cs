namespace LeNetGen.Training;

/// <summary>How well a network does on the images of a dataset.</summary>
public sealed class Evaluation
{
    private readonly long[] _ranks;

    /// <summary>An evaluation of given figures.</summary>
    /// <param name="loss">The mean loss of the images.</param>
    /// <param name="confusion">What each image was taken for.</param>
    /// <param name="rankCounts">
    /// [classes] for each rank, the number of images whose label has it: for which that many outputs are larger than the label's, or equal
    /// and of a smaller index.
    /// </param>
    /// <exception cref="ArgumentException">Ranks and matrix are not of the same images and classes.</exception>
    public Evaluation(double loss, ConfusionMatrix confusion, IReadOnlyList<long> rankCounts)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        ArgumentNullException.ThrowIfNull(rankCounts);
        if (rankCounts.Count != confusion.ClassCount)
            throw new ArgumentException($"There are {rankCounts.Count} ranks, but {confusion.ClassCount} classes.", nameof(rankCounts));
        if (rankCounts.Sum() != confusion.Total)
            throw new ArgumentException($"{rankCounts.Sum()} images have a rank, but there are {confusion.Total}.", nameof(rankCounts));
        (Loss, Confusion, _ranks) = (loss, confusion, [.. rankCounts]);
    }

    /// <summary>The mean loss of the images.</summary>
    public double Loss { get; }

    /// <summary>
    /// The share of images whose largest output, or smallest penalty, the first of equal ones, is that of their label; from 0 to 1.
    /// </summary>
    public double Accuracy => Confusion.Accuracy;

    /// <summary>The number of images.</summary>
    public int ImageCount => (int)Confusion.Total;

    /// <summary>What the images of each class were taken for, with precision and recall.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>
    /// The share of images whose label is among the <paramref name="k"/> largest outputs, from 0 to 1. Of equal outputs that of the
    /// smaller index counts as the larger.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is less than 1.</exception>
    public double TopKAccuracy(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return ImageCount == 0 ? 0 : (double)_ranks.Take(k).Sum() / ImageCount;
    }
}
