using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>How the outputs of a block order the classes: docs/arithmetic.md, section 5.</summary>
/// <remarks>Lane by lane, so that the vector's width does not show.</remarks>
internal static class BlockRanking
{
    private const int BlockSize = NetworkKernels.BlockSize;

    /// <summary>Finds the class predicted for each image, and the rank of its label.</summary>
    /// <param name="outputs">[outputs, 16] the outputs before a final softmax.</param>
    /// <param name="arePenalties">Whether the smallest counts instead of the largest: the order is that of the negated outputs.</param>
    /// <param name="labels">[images] the images' labels.</param>
    /// <param name="predicted">[images] receives the first of the largest outputs, or of the smallest penalties.</param>
    /// <param name="ranks">
    /// [images] receives how many outputs come before the label's: larger ones, or equal ones of a smaller index; 0 if the label is
    /// predicted.
    /// </param>
    public static void Compute(
        ReadOnlySpan<float> outputs, bool arePenalties, ReadOnlySpan<int> labels, Span<int> predicted, Span<int> ranks)
    {
        float sign = arePenalties ? -1 : 1;
        Span<int> labelOf = stackalloc int[BlockSize];
        Span<float> outputOf = stackalloc float[BlockSize];
        labelOf.Clear();
        labels.CopyTo(labelOf);
        for (int lane = 0; lane < BlockSize; lane++)
            outputOf[lane] = sign * outputs[labelOf[lane] * BlockSize + lane];

        Span<int> largest = stackalloc int[BlockSize];
        Span<int> before = stackalloc int[BlockSize];
        for (int lane = 0; lane < BlockSize; lane += Vector<float>.Count)
        {
            (Vector<int> index, Vector<int> count) = Rank(outputs[lane..], sign, new(labelOf[lane..]), new(outputOf[lane..]));
            index.CopyTo(largest[lane..]);
            count.CopyTo(before[lane..]);
        }

        for (int lane = 0; lane < labels.Length; lane++)
        {
            predicted[lane] = largest[lane];
            // Outputs that are no numbers have no order; this keeps accuracy and top-1 accuracy the same.
            ranks[lane] = largest[lane] == labels[lane] ? 0 : Math.Min(before[lane], outputs.Length / BlockSize - 1);
        }
    }

    private static (Vector<int> Largest, Vector<int> Before) Rank(
        ReadOnlySpan<float> outputs, float sign, Vector<int> label, Vector<float> labelOutput)
    {
        var maximum = sign * new Vector<float>(outputs);
        Vector<int> largest = Vector<int>.Zero;
        Vector<int> before = Vector<int>.Zero;
        for (int k = 0; k * BlockSize < outputs.Length; k++)
        {
            Vector<float> output = sign * new Vector<float>(outputs[(k * BlockSize)..]);
            var index = new Vector<int>(k);
            Vector<int> isLarger = Vector.GreaterThan(output, maximum);
            maximum = Vector.ConditionalSelect(isLarger, output, maximum);
            largest = Vector.ConditionalSelect(isLarger, index, largest);

            Vector<int> isBehind = Vector.ConditionalSelect(
                Vector.LessThan(index, label), Vector.LessThan(output, labelOutput), Vector.LessThanOrEqual(output, labelOutput));
            // A mask is -1 where it is true.
            before += Vector<int>.One + isBehind;
        }

        return (largest, before);
    }
}
