using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>RMSprop (Hinton, "Neural networks for machine learning", lecture 6e, 2012), as Keras computes it.</summary>
public sealed class RmsProp : Optimizer
{
    /// <summary>RMSprop; the defaults are Keras'.</summary>
    /// <param name="learningRate">The size of a step.</param>
    /// <param name="rho">How much of the mean square gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="epsilon">What is added to the root of the mean square gradient; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public RmsProp(double learningRate = 1e-3, double rho = 0.9, double epsilon = 1e-7)
        : base(learningRate)
    {
        RequireFraction(rho, "rho", nameof(rho));
        RequirePositive(epsilon, "epsilon", nameof(epsilon));
        (Rho, Epsilon) = (rho, epsilon);
    }

    /// <inheritdoc/>
    public override string Name => "RMSprop";

    /// <summary>How much of the mean square gradient stays from step to step.</summary>
    public double Rho { get; }

    /// <summary>What is added to the root of the mean square gradient.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    internal override OptimizerRun Start(int parameterCount) => new Run(this, parameterCount);

    private sealed class Run(RmsProp optimizer, int parameterCount) : OptimizerRun
    {
        private readonly float _learningRate = (float)optimizer.LearningRate;
        private readonly float _rho = (float)optimizer.Rho;
        private readonly float _oneMinusRho = (float)(1 - optimizer.Rho);
        private readonly float _epsilon = (float)optimizer.Epsilon;
        private readonly AlignedBuffer _meanSquares = new(parameterCount);

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            (var rho, var oneMinusRho) = (new Vector<float>(_rho), new Vector<float>(_oneMinusRho));
            (var learningRate, var epsilon) = (new Vector<float>(_learningRate), new Vector<float>(_epsilon));
            Span<Vector<float>> meanSquares = _meanSquares.Vectors.Slice(start, parameters.Length);
            for (int i = 0; i < parameters.Length; i++)
            {
                Vector<float> g = gradient[i];
                Vector<float> v = meanSquares[i] = Vector.FusedMultiplyAdd(oneMinusRho, g * g, rho * meanSquares[i]);
                parameters[i] -= learningRate * g / (Vector.SquareRoot(v) + epsilon);
            }
        }
    }
}
