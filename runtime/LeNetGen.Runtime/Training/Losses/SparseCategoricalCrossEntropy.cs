using LeNetGen.Arithmetic;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>
/// Softmax cross-entropy with the images' labels (Keras: sparse_categorical_crossentropy; PyTorch: CrossEntropyLoss). An image's loss is
/// minus the logarithm of the probability that the network gives its label.
/// </summary>
public sealed class SparseCategoricalCrossEntropy : Loss
{
    private const int BlockSize = NetworkKernels.BlockSize;

    /// <inheritdoc/>
    public override string Name => "sparse categorical cross-entropy";

    /// <inheritdoc/>
    public override bool UsesTargets => false;

    /// <inheritdoc/>
    internal override void Compute(in LossBlock block)
    {
        ReadOnlySpan<float> logits = block.Outputs;
        Span<float> gradient = block.Gradient;
        float share = (float)(1.0 / block.BatchSize);
        for (int lane = 0; lane < block.Losses.Length; lane++)
        {
            int label = block.Labels[lane];
            float maximum = block.Largest(lane);
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

            block.Losses[lane] = Elementary.Log(sum) - labelDistance;
        }

        block.ClearAbsentLanes();
    }
}
