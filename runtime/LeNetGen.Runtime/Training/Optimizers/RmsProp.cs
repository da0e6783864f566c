using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>RMSprop (Hinton, "Neural networks for machine learning", lecture 6e, 2012).</summary>
public sealed class RmsProp : Optimizer
{
    /// <summary>RMSprop; the defaults are Keras'.</summary>
    /// <param name="learningRate">The size of a step; 0.001 if not given.</param>
    /// <param name="rho">How much of the mean square gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="epsilon">What is added to the mean square gradient or to its root; above 0.</param>
    /// <param name="placement">To which of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public RmsProp(
        LearningRateSchedule? learningRate = null, double rho = 0.9, double epsilon = 1e-7,
        EpsilonPlacement placement = EpsilonPlacement.Keras)
        : base(learningRate ?? 1e-3)
    {
        Hyperparameter.RequireFraction(rho, "rho");
        Hyperparameter.RequirePositive(epsilon, "epsilon");
        Hyperparameter.RequireDefined(placement);
        (Rho, Epsilon, Placement) = (rho, epsilon, placement);
    }

    /// <inheritdoc/>
    public override string Name => "RMSprop";

    /// <summary>How much of the mean square gradient stays from step to step.</summary>
    public double Rho { get; }

    /// <summary>What is added to the mean square gradient or to its root.</summary>
    public double Epsilon { get; }

    /// <summary>To which of them it is added.</summary>
    public EpsilonPlacement Placement { get; }

    /// <inheritdoc/>
    internal override OptimizerRun Start(int parameterCount) => new Run(this, parameterCount);

    private sealed class Run(RmsProp optimizer, int parameterCount) : OptimizerRun(optimizer.LearningRate)
    {
        private readonly float _rho = (float)optimizer.Rho;
        private readonly float _oneMinusRho = (float)(1 - optimizer.Rho);

        // Each formula has one of them; the other's 0 changes nothing, as neither a mean square nor its root is ever -0.
        private readonly float _innerEpsilon = optimizer.Placement == EpsilonPlacement.Keras ? (float)optimizer.Epsilon : 0;
        private readonly float _outerEpsilon = optimizer.Placement == EpsilonPlacement.PyTorch ? (float)optimizer.Epsilon : 0;
        private readonly AlignedBuffer _meanSquares = new(parameterCount);

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            (var rho, var oneMinusRho) = (new Vector<float>(_rho), new Vector<float>(_oneMinusRho));
            (var innerEpsilon, var outerEpsilon) = (new Vector<float>(_innerEpsilon), new Vector<float>(_outerEpsilon));
            var learningRate = new Vector<float>((float)LearningRate);
            Span<Vector<float>> meanSquares = _meanSquares.Vectors.Slice(start, parameters.Length);
            for (int i = 0; i < parameters.Length; i++)
            {
                Vector<float> g = gradient[i];
                Vector<float> v = meanSquares[i] = Vector.FusedMultiplyAdd(oneMinusRho, g * g, rho * meanSquares[i]);
                parameters[i] -= learningRate * g / (Vector.SquareRoot(v + innerEpsilon) + outerEpsilon);
            }
        }
    }
}
