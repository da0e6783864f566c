using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>Stochastic gradient descent, with momentum if that is not 0.</summary>
public sealed class Sgd : Optimizer
{
    /// <summary>Stochastic gradient descent; the defaults are Keras'.</summary>
    /// <param name="learningRate">The size of a step.</param>
    /// <param name="momentum">How much of a step's direction stays in the next, from 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Sgd(double learningRate = 0.01, double momentum = 0)
        : base(learningRate)
    {
        RequireFraction(momentum, "momentum", nameof(momentum));
        Momentum = momentum;
    }

    /// <inheritdoc/>
    public override string Name => "SGD";

    /// <summary>How much of a step's direction stays in the next.</summary>
    public double Momentum { get; }

    /// <inheritdoc/>
    internal override OptimizerRun Start(int parameterCount) =>
        Momentum == 0 ? new PlainRun(this) : new MomentumRun(this, parameterCount);

    private sealed class PlainRun(Sgd optimizer) : OptimizerRun
    {
        private readonly float _step = -(float)optimizer.LearningRate;

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            var step = new Vector<float>(_step);
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] = Vector.FusedMultiplyAdd(step, gradient[i], parameters[i]);
        }
    }

    private sealed class MomentumRun(Sgd optimizer, int parameterCount) : OptimizerRun
    {
        private readonly float _step = -(float)optimizer.LearningRate;
        private readonly float _momentum = (float)optimizer.Momentum;
        private readonly AlignedBuffer _directions = new(parameterCount);

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            (var step, var momentum) = (new Vector<float>(_step), new Vector<float>(_momentum));
            Span<Vector<float>> directions = _directions.Vectors.Slice(start, parameters.Length);
            for (int i = 0; i < parameters.Length; i++)
            {
                Vector<float> direction = directions[i] = Vector.FusedMultiplyAdd(momentum, directions[i], gradient[i]);
                parameters[i] = Vector.FusedMultiplyAdd(step, direction, parameters[i]);
            }
        }
    }
}
