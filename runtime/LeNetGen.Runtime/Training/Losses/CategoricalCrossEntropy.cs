using System.Globalization;
using System.Numerics;
using LeNetGen.Arithmetic;
using LeNetGen.Data;

namespace LeNetGen.Training;

/// <summary>
/// Softmax cross-entropy with the images' targets, one-hot or soft (Keras: categorical_crossentropy; PyTorch: CrossEntropyLoss with class
/// probabilities). With one-hot targets every bit is that of <see cref="SparseCategoricalCrossEntropy"/>.
/// </summary>
/// <remarks>
/// A target is a distribution: no element is negative, and their sum differs from 1 by at most 2 (n + 3) 2^-24 for n elements. That
/// is twice what float rounding can do to weights that are divided by their float sum (n - 1 additions and a division) and then blended
/// as mixup and label smoothing do (three operations), each with a relative error of at most 2^-24.
/// </remarks>
public sealed class CategoricalCrossEntropy : Loss
{
    /// <inheritdoc/>
    public override string Name => "categorical cross-entropy";

    /// <inheritdoc/>
    public override bool UsesTargets => true;

    private protected override string Remedy => "call ToCategorical() or use SparseCategoricalCrossEntropy";

    /// <inheritdoc/>
    internal override void RequireTarget(Dataset dataset, int index)
    {
        ReadOnlySpan<float> target = dataset.Target(index);
        double sum = 0;
        for (int k = 0; k < target.Length; k++)
        {
            if (target[k] < 0)
            {
                throw new LeNetGenException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Element {k} of target {index} of '{dataset.Name}' is {target[k]}, but a probability is not negative."));
            }

            sum += target[k];
        }

        if (Math.Abs(sum - 1) > 2 * (target.Length + 3) * Math.ScaleB(1, -24))
        {
            throw new LeNetGenException(string.Create(
                CultureInfo.InvariantCulture,
                $"Target {index} of '{dataset.Name}' sums to {sum:G9}, but the probabilities of all classes sum to 1."));
        }
    }

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
        Vector<float> sum = Vector<float>.Zero;
        for (int k = 0; k < block.OutputCount; k++)
        {
            // Distances are kept, not their exponentials: the loss needs the logarithm of the sum beside each of them.
            Vector<float> distance = block.Output(k, lane) - largest;
            distance.CopyTo(block.GradientAt(k, lane));
            sum += Elementary.Exp(distance);
        }

        Vector<float> logarithm = Elementary.Log(sum);
        Vector<float> loss = Vector<float>.Zero;
        var share = new Vector<float>((float)(1.0 / block.BatchSize));
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> distance = block.Written(k, lane);
            Vector<float> target = block.Target(k, lane);
            Vector<float> withElement = Vector.FusedMultiplyAdd(target, logarithm - distance, loss);
            loss = Vector.ConditionalSelect(Vector.Equals(target, Vector<float>.Zero), loss, withElement);
            ((Elementary.Exp(distance) / sum - target) * share).CopyTo(block.GradientAt(k, lane));
        }

        block.SetLosses(lane, loss);
    }
}
