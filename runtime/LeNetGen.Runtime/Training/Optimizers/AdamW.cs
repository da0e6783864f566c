using System.Numerics;

namespace LeNetGen.Training;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019): each step first takes
/// its share of every parameter away, weights and biases alike, as Keras and PyTorch do unless told otherwise.
/// </summary>
public sealed class AdamW : Adam
{
    /// <summary>AdamW; the defaults are Keras'.</summary>
    /// <param name="learningRate">The size of a step; 0.001 if not given.</param>
    /// <param name="weightDecay">The share of a parameter, times the learning rate, that a step takes away; from 0 up.</param>
    /// <param name="beta1">How much of the mean gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="epsilon">What is added to the root of the mean square gradient; above 0.</param>
    /// <param name="placement">Where epsilon is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public AdamW(
        LearningRateSchedule? learningRate = null, double weightDecay = 0.004, double beta1 = 0.9, double beta2 = 0.999,
        double epsilon = 1e-7, EpsilonPlacement placement = EpsilonPlacement.Keras)
        : base(learningRate, beta1, beta2, epsilon, placement)
    {
        Hyperparameter.RequireNotNegative(weightDecay, "weight decay");
        WeightDecay = weightDecay;
    }

    /// <inheritdoc/>
    public override string Name => "AdamW";

    /// <summary>The share of a parameter, times the learning rate, that a step takes away.</summary>
    public double WeightDecay { get; }

    /// <inheritdoc/>
    internal override OptimizerRun Start(int parameterCount) => new DecayingRun(this, parameterCount);

    private sealed class DecayingRun(AdamW optimizer, int parameterCount) : Run(optimizer, parameterCount)
    {
        private readonly double _weightDecay = optimizer.WeightDecay;

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            var decay = new Vector<float>(-(float)(LearningRate * _weightDecay));
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] = Vector.FusedMultiplyAdd(decay, parameters[i], parameters[i]);
            base.Update(start, gradient, parameters);
        }
    }
}
