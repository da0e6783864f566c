using System.Numerics;
using LeNetGen.Arithmetic;

namespace LeNetGen.Training;

/// <summary>
/// The squared difference between outputs and targets, as a mean over the outputs and over the images (Keras: mean_squared_error;
/// PyTorch: MSELoss). The outputs of a network that ends in softmax are its probabilities.
/// </summary>
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean squared error";

    /// <inheritdoc/>
    public override bool UsesTargets => true;

    /// <inheritdoc/>
    internal override void Compute(in LossBlock block)
    {
        var reciprocal = new Vector<float>((float)(1.0 / block.OutputCount));
        var share = new Vector<float>((float)(2.0 / ((double)block.OutputCount * block.BatchSize)));
        for (int lane = 0; lane < block.Losses.Length; lane += Vector<float>.Count)
        {
            Vector<float> sum = block.EndsInSoftmax ? AfterSoftmax(block, lane, share) : OfOutputs(block, lane, share);
            block.SetLosses(lane, sum * reciprocal);
        }

        block.ClearAbsentLanes();
    }

    // The sum of squares.
    private static Vector<float> OfOutputs(in LossBlock block, int lane, Vector<float> share)
    {
        Vector<float> sum = Vector<float>.Zero;
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> difference = block.Output(k, lane) - block.Target(k, lane);
            sum = Vector.FusedMultiplyAdd(difference, difference, sum);
            (difference * share).CopyTo(block.GradientAt(k, lane));
        }

        return sum;
    }

    private static Vector<float> AfterSoftmax(in LossBlock block, int lane, Vector<float> share)
    {
        Vector<float> largest = block.Largest(lane);
        Vector<float> exponentials = Vector<float>.Zero;
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> exponential = Elementary.Exp(block.Output(k, lane) - largest);
            exponential.CopyTo(block.GradientAt(k, lane));
            exponentials += exponential;
        }

        Vector<float> sum = Vector<float>.Zero;
        Vector<float> mean = Vector<float>.Zero;
        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> probability = block.Written(k, lane) / exponentials;
            probability.CopyTo(block.GradientAt(k, lane));
            Vector<float> difference = probability - block.Target(k, lane);
            sum = Vector.FusedMultiplyAdd(difference, difference, sum);
            mean = Vector.FusedMultiplyAdd(difference * share, probability, mean);
        }

        for (int k = 0; k < block.OutputCount; k++)
        {
            Vector<float> probability = block.Written(k, lane);
            (probability * ((probability - block.Target(k, lane)) * share - mean)).CopyTo(block.GradientAt(k, lane));
        }

        return sum;
    }
}
