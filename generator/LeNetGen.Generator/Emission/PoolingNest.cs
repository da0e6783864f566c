using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.LayerText;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>What the kernels of pooling layers have in common: the loops over runs, and places in them as index expressions.</summary>
internal static class PoolingNest
{
    /// <summary>Runs of rows crossed with those of columns, each pair a loop nest with a body of its own, per channel.</summary>
    /// <typeparam name="TRun">Runs of windows or of tiles.</typeparam>
    /// <param name="writer">Receives the loops.</param>
    /// <param name="channels">The number of channels, or vectors of them.</param>
    /// <param name="rows">The runs of rows.</param>
    /// <param name="columns">The runs of columns.</param>
    /// <param name="countOf">The length of a run.</param>
    /// <param name="comment">What distinguishes a pair from the others.</param>
    /// <param name="body">Writes the body of a pair.</param>
    /// <param name="end">Writes what a channel has after all its runs; null for nothing.</param>
    /// <param name="rowLoop">Of a single pair, the header of the loop over some of its rows; null for all.</param>
    public static void Emit<TRun>(
        SourceWriter writer,
        int channels,
        IReadOnlyList<TRun> rows,
        IReadOnlyList<TRun> columns,
        Func<TRun, int> countOf,
        Func<TRun, TRun, string> comment,
        Action<TRun, TRun> body,
        Action? end = null,
        string? rowLoop = null)
    {
        string channelLoop = SourceWriter.LoopHeader("channel", channels);
        if (rows.Count * columns.Count == 1 && end is null)
        {
            using (writer.LoopNest(channelLoop, rowLoop ?? Header("row", countOf(rows[0])), Header("column", countOf(columns[0]))))
                body(rows[0], columns[0]);
            return;
        }

        using (writer.Braces(channelLoop))
        {
            foreach (TRun row in rows)
            {
                foreach (TRun column in columns)
                {
                    if (rows.Count * columns.Count > 1)
                        writer.Line("// " + comment(row, column));
                    using (writer.LoopNest(Header("row", countOf(row)), Header("column", countOf(column))) ?? writer.OpenBraces())
                        body(row, column);
                }
            }

            end?.Invoke();
        }
    }

    /// <summary>The offset of a place whose rows and columns start anywhere and move on with the loops over runs.</summary>
    public static string Offset(BufferStrides strides, Place row, Place column) => Sum(
        row.Start * strides.Row + column.Start * strides.Column,
        ("channel", strides.Channel),
        (row.Count > 1 ? "row" : null, row.Step * strides.Row),
        (column.Count > 1 ? "column" : null, column.Step * strides.Column));

    /// <summary>Where a run's windows start in the output.</summary>
    public static Place InOutput(WindowRun run) => new(run.Start, run.Count, 1);

    /// <summary>Where the elements of a run's windows start in the input.</summary>
    public static Place InInput(PoolingAxis axis, WindowRun run) => new(axis.Origin(run.Start) + run.FirstTap, run.Count, axis.Stride);

    /// <summary>What runs of rows and columns cover, such as <c>14 x 1 windows from (0, 13) on, of 3x2 elements</c>.</summary>
    public static string Describe(WindowRun row, WindowRun column) =>
        $"{Of(row.Count)} x {Counted(column.Count, "window")} from ({Of(row.Start)}, {Of(column.Start)}) on, "
        + $"of {Of(row.Taps)}x{Of(column.Taps)} elements";

    /// <summary>A variable for what a window's elements are multiplied by, for every number of elements that windows have.</summary>
    public static void EmitScales(SourceWriter writer, ShapedPooling layer, VectorDialect vector)
    {
        if (layer.Kind != PoolingKind.Average)
            return;
        int[] counts = [.. CountsOf(layer)];
        foreach (int count in counts)
            writer.Line($"var {ScaleName(counts, count)} = {vector.Constant(Of((float)(1.0 / count)))};");
    }

    /// <summary>What a window of so many elements is multiplied by, with the sign of multiplication; nothing where sums are taken.</summary>
    public static string TimesScale(ShapedPooling layer, int count) =>
        layer.Kind == PoolingKind.Average ? " * " + ScaleName([.. CountsOf(layer)], count) : "";

    /// <summary>The kind of a pooling, in words.</summary>
    public static string KindName(ShapedPooling layer) => layer.Kind switch
    {
        PoolingKind.Average => "average",
        PoolingKind.Max => "maximum",
        _ => "sum",
    };

    /// <summary>What a gradient is multiplied by, in words; empty for nothing.</summary>
    public static string DerivativeText(ActivationFunction derivative) =>
        derivative.HasDerivative ? $", times the derivative of {derivative.Kind} there" : "";

    private static string? Header(string variable, int count) => count == 1 ? null : SourceWriter.LoopHeader(variable, count);

    private static string ScaleName(int[] counts, int count) => counts.Length == 1 ? "scale" : $"scaleOf{Of(count)}";

    private static IEnumerable<int> CountsOf(ShapedPooling layer) =>
        from row in PoolingAxis.RowsOf(layer).WindowRuns().Select(run => run.Taps).Distinct()
        from column in PoolingAxis.ColumnsOf(layer).WindowRuns().Select(run => run.Taps).Distinct()
        group row by row * column into sameCount
        orderby sameCount.Key descending
        select sameCount.Key;
}

/// <summary>A place along one direction that a loop moves on.</summary>
/// <param name="Start">Where the loop starts.</param>
/// <param name="Count">How often it runs; once means that there is no loop.</param>
/// <param name="Step">How far a run of it moves the place.</param>
internal readonly record struct Place(int Start, int Count, int Step);
