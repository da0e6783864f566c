using System.Numerics;

namespace LeNetGen.Training;

/// <summary>
/// Counts images by label and predicted class, and by the label's rank. Only cells that occur take room, of which there are never more
/// than images: a matrix of all cells would be megabytes for a thousand classes. Counting allocates nothing.
/// </summary>
internal sealed class ClassificationCounts
{
    private const long Free = -1;

    // A hash table with linear probing. A cell's number is its own hash: while all cells fit, each is where it belongs.
    private readonly long[] _cells;
    private readonly long[] _counts;
    private readonly long[] _ranks;
    private readonly int _classCount;

    /// <summary>Counts of nothing yet.</summary>
    /// <param name="classCount">The number of outputs.</param>
    /// <param name="imageCount">The most images that will be counted.</param>
    public ClassificationCounts(int classCount, int imageCount)
    {
        long places = Math.Min((long)classCount * classCount, 2L * imageCount);
        _cells = new long[BitOperations.RoundUpToPowerOf2((ulong)places)];
        Array.Fill(_cells, Free);
        _counts = new long[_cells.Length];
        _ranks = new long[classCount];
        _classCount = classCount;
    }

    /// <summary>How many images' labels were predicted.</summary>
    public long Correct => _ranks[0];

    /// <summary>Counts images in.</summary>
    /// <param name="labels">[images] their labels.</param>
    /// <param name="predicted">[images] the classes predicted for them.</param>
    /// <param name="ranks">[images] the ranks of their labels.</param>
    public void Add(ReadOnlySpan<int> labels, ReadOnlySpan<int> predicted, ReadOnlySpan<int> ranks)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            _counts[PlaceOf((long)labels[i] * _classCount + predicted[i])]++;
            _ranks[ranks[i]]++;
        }
    }

    /// <summary>What was counted, with the mean loss that belongs to it.</summary>
    public Evaluation Evaluation(double loss, IReadOnlyList<string> classNames)
    {
        int[] taken = [.. Enumerable.Range(0, _cells.Length).Where(place => _cells[place] != Free)];
        long[] cells = [.. taken.Select(place => _cells[place])];
        long[] counts = [.. taken.Select(place => _counts[place])];
        Array.Sort(cells, counts);
        return new Evaluation(loss, new ConfusionMatrix(_classCount, cells, counts, classNames), [.. _ranks]);
    }

    private int PlaceOf(long cell)
    {
        int mask = _cells.Length - 1;
        int place = (int)(cell & mask);
        while (_cells[place] != cell)
        {
            if (_cells[place] == Free)
            {
                _cells[place] = cell;
                break;
            }

            place = (place + 1) & mask;
        }

        return place;
    }
}
