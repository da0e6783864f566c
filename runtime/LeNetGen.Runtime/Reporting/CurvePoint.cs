namespace LeNetGen.Reporting;

/// <summary>A value of a <see cref="Curve"/>.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Value">The value after it.</param>
internal readonly record struct CurvePoint(int Epoch, double Value)
{
    /// <summary>Whether the value can be drawn.</summary>
    public bool IsDrawn => double.IsFinite(Value);
}
