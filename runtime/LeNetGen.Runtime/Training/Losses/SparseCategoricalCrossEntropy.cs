using System.Numerics;
using LeNetGen.Arithmetic;

namespace LeNetGen.Training;

/// <summary>
/// Softmax cross-entropy with the images' labels (Keras: sparse_categorical_crossentropy; PyTorch: CrossEntropyLoss). An image's loss is
/// minus the logarithm of the probability that the network gives its label.
/// </summary>
public sealed class SparseCategoricalCrossEntropy : Loss
{
    /// <inheritdoc/>
    public override string Name => "sparse categorical cross-entropy";

    /// <inheritdoc/>
    public override bool UsesTargets => false;

    /// <inheritdoc/>
    internal override void RequireOutputs(NetworkDefinition network) => RequireLogits(network);

    /// <inheritdoc/>
    internal override void Compute(in LossBlock block)
    {
        for (int lane = 0; lane < block.Losses.Length; lane += Vector<float>.Count)
            Compute(block, lane);
        block.ClearAbsentLanes();
    }

    private static void Compute(in LossBlock block, int lane)
    {
        Vector<float> largest = block.Largest(lane);
        Vector<float> labelDistance = block.LabelOutput(lane) - largest;

        // That the first is added to zero makes no difference: exponentials are not negative.
        Vector<float> sum = Vector<float>.Zero;
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> exponential = Elementary.Exp(block.Output(k, lane) - largest);
            exponential.CopyTo(block.GradientAt(k, lane));
            sum += exponential;
        }

        Vector<int> label = block.Label(lane);
        var share = new Vector<float>((float)(1.0 / block.BatchSize));
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<int> isLabel = Vector.Equals(label, new Vector<int>(k));
            Vector<float> target = Vector.ConditionalSelect(isLabel, Vector<float>.One, Vector<float>.Zero);
            ((block.Written(k, lane) / sum - target) * share).CopyTo(block.GradientAt(k, lane));
        }

        block.SetLosses(lane, Elementary.Log(sum) - labelDistance);
    }
}
