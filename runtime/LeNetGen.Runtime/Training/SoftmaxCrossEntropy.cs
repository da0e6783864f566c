using LeNetGen.Arithmetic;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>The loss of docs/arithmetic.md, section 5, for a block of images.</summary>
internal static class SoftmaxCrossEntropy
{
    private const int BlockSize = NetworkKernels.BlockSize;

    /// <summary>The losses of a block, and their gradient; that of absent lanes is 0.</summary>
    /// <param name="logits">[classes, 16] the outputs before a final softmax.</param>
    /// <param name="labels">[images] the images' classes.</param>
    /// <param name="share">One over the batch size.</param>
    /// <param name="losses">[images] receives each image's loss.</param>
    /// <param name="gradient">[classes, 16] receives the gradient with respect to the logits; may be the same memory.</param>
    /// <returns>How many images have their largest logit, the first of equal ones, at their label.</returns>
    public static int Compute(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, float share, Span<float> losses, Span<float> gradient)
    {
        int correct = 0;
        for (int lane = 0; lane < labels.Length; lane++)
        {
            int label = labels[lane];
            int largest = Largest(logits, lane);
            float maximum = logits[largest * BlockSize + lane];
            float labelDistance = logits[label * BlockSize + lane] - maximum;

            // That the first is added to zero makes no difference: exponentials are not negative.
            float sum = 0;
            for (int at = lane; at < logits.Length; at += BlockSize)
                sum += gradient[at] = Elementary.Exp(logits[at] - maximum);
            for (int k = 0; k * BlockSize < logits.Length; k++)
            {
                ref float element = ref gradient[k * BlockSize + lane];
                element = (element / sum - (k == label ? 1 : 0)) * share;
            }

            losses[lane] = Elementary.Log(sum) - labelDistance;
            if (largest == label)
                correct++;
        }

        for (int at = 0; at < gradient.Length; at += BlockSize)
            gradient[(at + labels.Length)..(at + BlockSize)].Clear();
        return correct;
    }

    private static int Largest(ReadOnlySpan<float> logits, int lane)
    {
        int largest = 0;
        for (int k = 1; k * BlockSize < logits.Length; k++)
        {
            if (logits[k * BlockSize + lane] > logits[largest * BlockSize + lane])
                largest = k;
        }

        return largest;
    }
}
