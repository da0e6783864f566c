using System.Numerics;

namespace LeNetGen.Training;

/// <summary>
/// One run of an optimizer: its coefficients at the current step and what it has accumulated for each parameter. Elementwise, so
/// results depend neither on the vector's width nor on how the parameters are split among threads.
/// </summary>
/// <remarks>
/// Vector.MultiplyAddEstimate and its like would not do: each rounding is the specification's. Without hardware for it,
/// <see cref="Vector.FusedMultiplyAdd(Vector{float}, Vector{float}, Vector{float})"/> is slow but exact.
/// </remarks>
internal abstract class OptimizerRun(LearningRateSchedule schedule)
{
    private long _stepsBegun;

    /// <summary>The learning rate of the current step.</summary>
    public double LearningRate { get; private set; }

    /// <summary>Begins the next step.</summary>
    /// <exception cref="LeNetGenException">The schedule gives it an impossible learning rate.</exception>
    public void BeginStep()
    {
        LearningRate = schedule.CheckedAt(_stepsBegun);
        _stepsBegun++;
        ComputeCoefficients();
    }

    /// <summary>On how many training images it wants the curvature to be estimated before each epoch; 0 if it wants none.</summary>
    public virtual int CurvatureSamples => 0;

    /// <summary>Takes the curvature of the loss.</summary>
    /// <param name="curvature">[parameters] the curvature along each parameter.</param>
    public virtual void TakeCurvature(ReadOnlySpan<double> curvature)
    {
    }

    /// <summary>Takes the step for some of the parameters; several threads may do so for different ones.</summary>
    /// <param name="start">The first vector.</param>
    /// <param name="gradient">The gradient of the parameters from there on.</param>
    /// <param name="parameters">The parameters from there on; changed.</param>
    public abstract void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters);

    /// <summary>Computes what depends on the step.</summary>
    private protected virtual void ComputeCoefficients()
    {
    }
}
