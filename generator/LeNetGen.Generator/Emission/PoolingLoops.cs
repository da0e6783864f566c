using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// Writes the bodies of pooling kernels whose windows are too large, or have too many forms at the borders, for straight-line code: loops
/// run over the elements of a window, or over the windows of an element, from the first one that there is to the last.
/// </summary>
internal static class PoolingLoops
{
    public static void EmitForward(SourceWriter writer, PoolingPlan plan, VectorDialect vector)
    {
        ShapedPooling layer = plan.Layer;
        bool addsUp = layer.AddsUp;
        EmitWindows(writer, layer, plan.ChannelSteps, () =>
        {
            // Adding to -0 leaves the first element as it is, -0 too.
            writer.Line(addsUp
                ? $"var result = {vector.Constant("-0f")};"
                : $"var result = {vector.Load("x", Element("firstRow", "firstColumn", plan.Source))};");
            using (writer.LoopNest(Loop("elementRow", "firstRow", "endRow"), Loop("elementColumn", "firstColumn", "endColumn")))
            {
                string load = vector.Load("x", Element("elementRow", "elementColumn", plan.Source));
                writer.Line(addsUp ? $"result += {load};" : $"var element = {load};");
                if (!addsUp)
                    writer.Line($"result = {vector.WhereGreater("element", "result", "element", "result")};");
            }

            const string scale = "(float)(1.0 / ((endRow - firstRow) * (endColumn - firstColumn)))";
            string end = Element("row", "column", plan.Target);
            writer.Line(vector.Store(layer.Kind == PoolingKind.Average ? $"(result * {vector.Constant(scale)})" : "result", "y", end));
        });
    }

    public static void EmitChoice(SourceWriter writer, ShapedPooling layer, VectorDialect vector)
    {
        PoolingAxis rows = PoolingAxis.RowsOf(layer), columns = PoolingAxis.ColumnsOf(layer);
        BufferStrides input = BufferStrides.OfSlice(layer.Input, vector.Lanes);
        string Tap(string row, string column) => vector.Constant(
            $"(float)({TapOf(rows, row, "row")} * {Of(layer.PoolWidth)} + {TapOf(columns, column, "column")})");
        EmitWindows(writer, layer, layer.Input.Channels, () =>
        {
            writer.Line($"var largest = {vector.Load("x", Element("firstRow", "firstColumn", input))};");
            writer.Line($"var chosen = {Tap("firstRow", "firstColumn")};");
            using (writer.LoopNest(Loop("elementRow", "firstRow", "endRow"), Loop("elementColumn", "firstColumn", "endColumn")))
            {
                writer.Line($"var element = {vector.Load("x", Element("elementRow", "elementColumn", input))};");
                writer.Line($"var tap = {Tap("elementRow", "elementColumn")};");
                writer.Line($"var greater = {vector.Greater("element", "largest")};");
                writer.Line($"largest = {vector.Select("greater", "element", "largest")};");
                writer.Line($"chosen = {vector.Select("greater", "tap", "chosen")};");
            }

            writer.Line(vector.Store("chosen", "choice", Element("row", "column", BufferStrides.OfSlice(layer.Output, vector.Lanes))));
        });
    }

    public static void EmitGather(SourceWriter writer, PoolingGatherPlan plan, VectorDialect vector)
    {
        ShapedPooling layer = plan.Layer;
        PoolingAxis rows = PoolingAxis.RowsOf(layer), columns = PoolingAxis.ColumnsOf(layer);
        BufferStrides output = BufferStrides.OfSlice(layer.Output, vector.Lanes);
        using (writer.LoopNest(SourceWriter.LoopHeader("channel", layer.Input.Channels), SourceWriter.LoopHeader("row", rows.Elements)))
        {
            EmitWindowsOf(writer, rows, "row", "Row");
            using (writer.Loop("column", columns.Elements))
            {
                EmitWindowsOf(writer, columns, "column", "Column");

                // Adding to -0 leaves the first share as it is, -0 too; without any share the sum is +0.
                writer.Line("bool isCovered = firstRow < endRow && firstColumn < endColumn;");
                writer.Line($"var dy = {vector.Constant("isCovered ? -0f : 0f")};");
                using (writer.LoopNest(Loop("windowRow", "firstRow", "endRow"), Loop("windowColumn", "firstColumn", "endColumn")))
                {
                    string window = Element("windowRow", "windowColumn", output);
                    if (layer.Kind == PoolingKind.Sum)
                        writer.Line($"dy += {vector.Load("dz", window)};");
                    else if (layer.Kind == PoolingKind.Average)
                        EmitAverageShare(writer, rows, columns, vector, window);
                    else
                        EmitMaxShare(writer, layer, vector, window);
                }

                string place = Element("row", "column", BufferStrides.OfSlice(layer.Input, vector.Lanes));
                string value = ActivationExpression.Gradient(plan.Derivative, vector, "dy", "y");
                if (value != "dy")
                    writer.Line($"var y = {vector.Load("dx", place)};");
                writer.Line(vector.Store(value == "dy" ? value : $"({value})", "dx", place));
            }
        }
    }

    private static void EmitAverageShare(SourceWriter writer, PoolingAxis rows, PoolingAxis columns, VectorDialect vector, string window)
    {
        EmitElementsOf(writer, rows, "windowRow", "windowFirstRow", "windowEndRow");
        EmitElementsOf(writer, columns, "windowColumn", "windowFirstColumn", "windowEndColumn");
        string count = "(windowEndRow - windowFirstRow) * (windowEndColumn - windowFirstColumn)";
        writer.Line($"dy += {vector.Load("dz", window)} * {vector.Constant($"(float)(1.0 / ({count}))")};");
    }

    private static void EmitMaxShare(SourceWriter writer, ShapedPooling layer, VectorDialect vector, string window)
    {
        string row = TapOf(PoolingAxis.RowsOf(layer), "row", "windowRow");
        string column = TapOf(PoolingAxis.ColumnsOf(layer), "column", "windowColumn");
        writer.Line($"var tap = {vector.Constant($"(float)({row} * {Of(layer.PoolWidth)} + {column})")};");
        writer.Line($"var chosen = {vector.Load("choice", window)};");
        writer.Line($"var share = {vector.Load("dz", window)};");
        writer.Line($"dy += {vector.Select(vector.Equal("chosen", "tap"), "share", vector.Zero)};");
    }

    /// <summary>Loops over windows, inside of which the rows and columns of a window's elements are known.</summary>
    private static void EmitWindows(
        SourceWriter writer, ShapedPooling layer, int channels, Action body)
    {
        using (writer.LoopNest(SourceWriter.LoopHeader("channel", channels), SourceWriter.LoopHeader("row", layer.Output.Height)))
        {
            EmitElementsOf(writer, PoolingAxis.RowsOf(layer), "row", "firstRow", "endRow");
            using (writer.Loop("column", layer.Output.Width))
            {
                EmitElementsOf(writer, PoolingAxis.ColumnsOf(layer), "column", "firstColumn", "endColumn");
                body();
            }
        }
    }

    /// <summary>The first element of a window and the one after its last.</summary>
    private static void EmitElementsOf(SourceWriter writer, PoolingAxis axis, string window, string first, string end)
    {
        string start = Sum(-axis.Pad, (window, axis.Stride)), behind = Sum(axis.Size - axis.Pad, (window, axis.Stride));
        writer.Line($"nint {first} = {(axis.Pad == 0 ? start : $"Math.Max({start}, 0)")};");
        bool isClipped = axis.Origin(axis.Windows - 1) + axis.Size > axis.Elements;
        writer.Line($"nint {end} = {(isClipped ? $"Math.Min({behind}, {Of(axis.Elements)})" : behind)};");
    }

    /// <summary>The first window that covers an element and the one after the last.</summary>
    private static void EmitWindowsOf(SourceWriter writer, PoolingAxis axis, string element, string name)
    {
        string reach = Sum(axis.Pad - axis.Size + axis.Stride, (element, 1)), last = Sum(axis.Pad, (element, 1));
        (string first, string end) = axis.Stride == 1
            ? ($"Math.Max({reach}, 0)", $"Math.Min({Sum(axis.Pad + 1, (element, 1))}, {Of(axis.Windows)})")
            : ($"Math.Max(({reach}) / {Of(axis.Stride)}, 0)", $"Math.Min(({last}) / {Of(axis.Stride)} + 1, {Of(axis.Windows)})");
        writer.Line($"nint first{name} = {first};");
        writer.Line($"nint end{name} = {end};");
    }

    /// <summary>The tap of a window under which an element lies.</summary>
    private static string TapOf(PoolingAxis axis, string element, string window) => axis.Stride == 1
        ? $"({Sum(axis.Pad, (element, 1))} - {window})"
        : $"({Sum(axis.Pad, (element, 1))} - {window} * {Of(axis.Stride)})";

    private static string Loop(string variable, string start, string end) =>
        $"for (nint {variable} = {start}; {variable} < {end}; {variable}++)";

    private static string Element(string row, string column, BufferStrides strides) =>
        Sum(0, ("channel", strides.Channel), (row, strides.Row), (column, strides.Column));
}
