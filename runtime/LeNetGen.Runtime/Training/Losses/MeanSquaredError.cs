using LeNetGen.Arithmetic;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>
/// The squared difference between outputs and targets, as a mean over the outputs and over the images (Keras: mean_squared_error;
/// PyTorch: MSELoss). The outputs of a network that ends in softmax are its probabilities.
/// </summary>
public sealed class MeanSquaredError : Loss
{
    private const int BlockSize = NetworkKernels.BlockSize;

    /// <inheritdoc/>
    public override string Name => "mean squared error";

    /// <inheritdoc/>
    public override bool UsesTargets => true;

    /// <inheritdoc/>
    internal override void Compute(in LossBlock block)
    {
        int outputs = block.Outputs.Length / BlockSize;
        float reciprocal = (float)(1.0 / outputs);
        float share = (float)(2.0 / ((double)outputs * block.BatchSize));
        for (int lane = 0; lane < block.Losses.Length; lane++)
        {
            if (block.EndsInSoftmax)
                AfterSoftmax(block, lane, reciprocal, share);
            else
                OfOutputs(block, lane, reciprocal, share);
        }

        block.ClearAbsentLanes();
    }

    private static void OfOutputs(in LossBlock block, int lane, float reciprocal, float share)
    {
        ReadOnlySpan<float> target = block.Target(lane);
        float sum = 0;
        for (int k = 0; k < target.Length; k++)
        {
            float difference = block.Outputs[k * BlockSize + lane] - target[k];
            sum = Fused.MultiplyAdd(difference, difference, sum);
            block.Gradient[k * BlockSize + lane] = difference * share;
        }

        block.Losses[lane] = sum * reciprocal;
    }

    private static void AfterSoftmax(in LossBlock block, int lane, float reciprocal, float share)
    {
        ReadOnlySpan<float> logits = block.Outputs;
        Span<float> gradient = block.Gradient;
        ReadOnlySpan<float> target = block.Target(lane);
        float maximum = block.Largest(lane);
        float exponentials = 0;
        for (int at = lane; at < logits.Length; at += BlockSize)
            exponentials += gradient[at] = Elementary.Exp(logits[at] - maximum);

        float sum = 0;
        float mean = 0;
        for (int k = 0; k < target.Length; k++)
        {
            float probability = gradient[k * BlockSize + lane] /= exponentials;
            float difference = probability - target[k];
            sum = Fused.MultiplyAdd(difference, difference, sum);
            mean = Fused.MultiplyAdd(difference * share, probability, mean);
        }

        for (int k = 0; k < target.Length; k++)
        {
            ref float element = ref gradient[k * BlockSize + lane];
            element *= (element - target[k]) * share - mean;
        }

        block.Losses[lane] = sum * reciprocal;
    }
}
