using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Where one kernel row of a correlation's tile reads its source, as index expressions.</summary>
/// <param name="plan">The kernel.</param>
/// <param name="row">The variable of the loop over target rows; null where there is one row.</param>
/// <param name="column">The variable of the loop over tiles; null where a run has one tile.</param>
/// <param name="kernelRow">The kernel row; null stands for the variable kernelRow.</param>
internal readonly struct SourceAddress(CorrelationPlan plan, string? row, string? column, int? kernelRow)
{
    private readonly string? _variable = kernelRow is null ? "kernelRow" : null;
    private readonly int _constant = kernelRow ?? 0;

    private TapGeometry Rows => plan.Rows;

    /// <summary>The source row times the stride, of a transposed correlation.</summary>
    private string TransposedRow => _variable is null
        ? Sum(Rows.Pad - _constant, (row, 1))
        : $"{Sum(Rows.Pad, (row, 1))} - {_variable}";

    /// <summary>Where the sources of a tile start in their row. A run of one tile has absolute offsets in its taps.</summary>
    public string ColumnOffset()
    {
        if (column is null)
            return "0";
        int stride = plan.Columns.Stride, step = plan.Source.Column;
        if (!plan.Columns.Transposed)
            return Sum(0, (column, stride * step));

        // Tiles of a transposed run start at multiples of the stride, up to the same remainder.
        return stride == 1 ? Sum(0, (column, step)) : $"{column} / {Of(stride)} * {Of(step)}";
    }

    /// <summary>Where the source row starts.</summary>
    public string RowOffset()
    {
        int step = plan.Source.Row;
        if (row is null && kernelRow is int only)
            return Of(Rows.SourceOf(0, only)!.Value * step);
        if (!Rows.Transposed)
            return Sum((_constant - Rows.Pad) * step, (row, Rows.Stride * step), (_variable, step));
        return Rows.Stride == 1 && _variable is null
            ? Sum((Rows.Pad - _constant) * step, (row, step))
            : $"({TransposedRow}){(Rows.Stride == 1 ? "" : $" / {Of(Rows.Stride)}")} * {Of(step)}";
    }

    /// <summary>The condition under which the kernel row of the present target row reads a source row.</summary>
    public string Guard()
    {
        if (!Rows.Transposed)
        {
            string position = Sum(_constant - Rows.Pad, (row, Rows.Stride), (_variable, 1));
            return $"unchecked((nuint)({position})) < {Of(Rows.Sources)}";
        }

        return Rows.Stride == 1
            ? $"unchecked((nuint)({TransposedRow})) < {Of(Rows.Sources)}"
            : $"unchecked((nuint)({TransposedRow})) < {Of(Rows.Sources * Rows.Stride)} && ({TransposedRow}) % {Of(Rows.Stride)} == 0";
    }
}
