using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>Stochastic gradient descent, with momentum if that is not 0.</summary>
/// <remarks>
/// Momentum is PyTorch's, which accumulates gradients and multiplies them by the learning rate of the step that uses them. Keras
/// accumulates what it has multiplied already; while the learning rate stays the same, both do the same.
/// </remarks>
public sealed class Sgd : Optimizer
{
    /// <summary>Stochastic gradient descent; the defaults are Keras'.</summary>
    /// <param name="learningRate">The size of a step; 0.01 if not given.</param>
    /// <param name="momentum">How much of a step's direction stays in the next, from 0 to below 1.</param>
    /// <param name="nesterov">Whether a step looks ahead along that direction, as Nesterov's do; needs a momentum above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException">It is Nesterov's, but has no momentum.</exception>
    public Sgd(LearningRateSchedule? learningRate = null, double momentum = 0, bool nesterov = false)
        : base(learningRate ?? 0.01)
    {
        Hyperparameter.RequireFraction(momentum, "momentum");
        if (nesterov && momentum == 0)
            throw new ArgumentException("Nesterov's step needs a momentum above 0.", nameof(nesterov));
        (Momentum, Nesterov) = (momentum, nesterov);
    }

    /// <inheritdoc/>
    public override string Name => "SGD";

    /// <summary>How much of a step's direction stays in the next.</summary>
    public double Momentum { get; }

    /// <summary>Whether a step looks ahead along that direction.</summary>
    public bool Nesterov { get; }

    /// <inheritdoc/>
    internal override OptimizerRun Start(int parameterCount) =>
        Momentum == 0 ? new PlainRun(this) : new MomentumRun(this, parameterCount);

    private sealed class PlainRun(Sgd optimizer) : OptimizerRun(optimizer.LearningRate)
    {
        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            var step = new Vector<float>(-(float)LearningRate);
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] = Vector.FusedMultiplyAdd(step, gradient[i], parameters[i]);
        }
    }

    private sealed class MomentumRun(Sgd optimizer, int parameterCount) : OptimizerRun(optimizer.LearningRate)
    {
        private readonly float _momentum = (float)optimizer.Momentum;
        private readonly bool _nesterov = optimizer.Nesterov;
        private readonly AlignedBuffer _directions = new(parameterCount);

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            (var step, var momentum) = (new Vector<float>(-(float)LearningRate), new Vector<float>(_momentum));
            Span<Vector<float>> directions = _directions.Vectors.Slice(start, parameters.Length);
            for (int i = 0; i < parameters.Length; i++)
            {
                Vector<float> g = gradient[i];
                Vector<float> direction = directions[i] = Vector.FusedMultiplyAdd(momentum, directions[i], g);
                if (_nesterov)
                    direction = Vector.FusedMultiplyAdd(momentum, direction, g);
                parameters[i] = Vector.FusedMultiplyAdd(step, direction, parameters[i]);
            }
        }
    }
}
