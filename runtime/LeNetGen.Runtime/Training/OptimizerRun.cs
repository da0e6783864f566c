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
internal abstract class OptimizerRun
{
    /// <summary>Computes the coefficients of the next step.</summary>
    public virtual void BeginStep()
    {
    }

    /// <summary>Takes the step for some of the parameters; several threads may do so for different ones.</summary>
    /// <param name="start">The first vector.</param>
    /// <param name="gradient">The gradient of the parameters from there on.</param>
    /// <param name="parameters">The parameters from there on; changed.</param>
    public abstract void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters);
}
