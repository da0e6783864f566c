namespace LeNetGen.Training;

/// <summary>
/// How a training step turns the gradient into new parameters. The formulas stand in docs/arithmetic.md, section 8. An optimizer is a
/// choice of numbers; what it accumulates belongs to one training run.
/// </summary>
public abstract class Optimizer
{
    private protected Optimizer(LearningRateSchedule learningRate) => LearningRate = learningRate;

    /// <summary>The optimizer's name, as Keras writes it.</summary>
    public abstract string Name { get; }

    /// <summary>The size of each step.</summary>
    public LearningRateSchedule LearningRate { get; }

    /// <summary>
    /// The largest norm that the gradient of a parameter tensor may have: a larger one is scaled down to it, each tensor's by itself
    /// (Keras' clipnorm). Null for no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The norm is not above 0, or not finite.</exception>
    /// <exception cref="ArgumentException">There is a <see cref="GlobalClipNorm"/> too.</exception>
    public double? ClipNorm
    {
        get;
        init
        {
            RequireClipNorm(value, nameof(ClipNorm), GlobalClipNorm);
            field = value;
        }
    }

    /// <summary>
    /// The largest norm that the gradient of all parameters together may have: a larger one is scaled down to it, which keeps its
    /// direction (Keras' global_clipnorm, PyTorch's clip_grad_norm_). Null for no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The norm is not above 0, or not finite.</exception>
    /// <exception cref="ArgumentException">There is a <see cref="ClipNorm"/> too.</exception>
    public double? GlobalClipNorm
    {
        get;
        init
        {
            RequireClipNorm(value, nameof(GlobalClipNorm), ClipNorm);
            field = value;
        }
    }

    /// <summary>Begins a training run of <paramref name="parameterCount"/> parameters.</summary>
    internal abstract OptimizerRun Start(int parameterCount);

    private static void RequireClipNorm(double? norm, string property, double? other)
    {
        if (norm is not { } given)
            return;
        Hyperparameter.RequirePositive(given, property, property);
        if (other is not null)
            throw new ArgumentException("There are both a ClipNorm and a GlobalClipNorm; give one of them.", property);
    }
}
