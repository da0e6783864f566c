using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>Adam (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015).</summary>
public class Adam : Optimizer
{
    /// <summary>Adam; the defaults are Keras'.</summary>
    /// <param name="learningRate">The size of a step; 0.001 if not given.</param>
    /// <param name="beta1">How much of the mean gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="epsilon">What is added to the root of the mean square gradient; above 0.</param>
    /// <param name="placement">Where epsilon is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Adam(
        LearningRateSchedule? learningRate = null, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7,
        EpsilonPlacement placement = EpsilonPlacement.Keras)
        : base(learningRate ?? 1e-3)
    {
        Hyperparameter.RequireFraction(beta1, "beta1");
        Hyperparameter.RequireFraction(beta2, "beta2");
        Hyperparameter.RequirePositive(epsilon, "epsilon");
        Hyperparameter.RequireDefined(placement);
        (Beta1, Beta2, Epsilon, Placement) = (beta1, beta2, epsilon, placement);
    }

    /// <inheritdoc/>
    public override string Name => "Adam";

    /// <summary>How much of the mean gradient stays from step to step.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean square gradient stays from step to step.</summary>
    public double Beta2 { get; }

    /// <summary>What is added to the root of the mean square gradient.</summary>
    public double Epsilon { get; }

    /// <summary>Where epsilon is added.</summary>
    public EpsilonPlacement Placement { get; }

    /// <inheritdoc/>
    internal override OptimizerRun Start(int parameterCount) => new Run(this, parameterCount);

    private protected class Run(Adam optimizer, int parameterCount) : OptimizerRun(optimizer.LearningRate)
    {
        private readonly Adam _optimizer = optimizer;
        private readonly AlignedBuffer _means = new(parameterCount);
        private readonly AlignedBuffer _meanSquares = new(parameterCount);

        // beta^t as running products: Math.Pow differs between platforms.
        private double _power1 = 1;
        private double _power2 = 1;
        private float _step;
        private float _rootFactor;

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            (var beta1, var oneMinusBeta1) = (new Vector<float>((float)_optimizer.Beta1), new Vector<float>((float)(1 - _optimizer.Beta1)));
            (var beta2, var oneMinusBeta2) = (new Vector<float>((float)_optimizer.Beta2), new Vector<float>((float)(1 - _optimizer.Beta2)));
            (var step, var rootFactor) = (new Vector<float>(_step), new Vector<float>(_rootFactor));
            var epsilon = new Vector<float>((float)_optimizer.Epsilon);
            Span<Vector<float>> means = _means.Vectors.Slice(start, parameters.Length);
            Span<Vector<float>> meanSquares = _meanSquares.Vectors.Slice(start, parameters.Length);
            for (int i = 0; i < parameters.Length; i++)
            {
                Vector<float> g = gradient[i];
                Vector<float> m = means[i] = Vector.FusedMultiplyAdd(oneMinusBeta1, g, beta1 * means[i]);
                Vector<float> v = meanSquares[i] = Vector.FusedMultiplyAdd(oneMinusBeta2, g * g, beta2 * meanSquares[i]);
                parameters[i] -= step * m / (Vector.SquareRoot(v) * rootFactor + epsilon);
            }
        }

        private protected override void ComputeCoefficients()
        {
            _power1 *= _optimizer.Beta1;
            _power2 *= _optimizer.Beta2;
            double correction = Math.Sqrt(1 - _power2);
            bool keras = _optimizer.Placement == EpsilonPlacement.Keras;
            _step = (float)(keras ? LearningRate * correction / (1 - _power1) : LearningRate / (1 - _power1));
            // Keras' formula has no such factor: a product with 1 is exact.
            _rootFactor = keras ? 1 : (float)(1 / correction);
        }
    }
}
