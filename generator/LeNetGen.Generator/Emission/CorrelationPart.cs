using LeNetGen.Generator.Planning;

namespace LeNetGen.Generator.Emission;

/// <summary>One method of a correlation kernel. A method for each form of tile keeps every one within the compiler's limits.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Tiles">The tiles whose code it holds, one after the other.</param>
internal sealed record CorrelationPart(string Name, IReadOnlyList<CorrelationTile> Tiles)
{
    public static IEnumerable<CorrelationPart> Of(CorrelationPlan plan) =>
        plan.Unroll == Declaration.Unroll.Tile ? OfForms(plan) : OfUnrolled(plan);

    private static IEnumerable<CorrelationPart> OfForms(CorrelationPlan plan)
    {
        foreach (CorrelationTile tile in CorrelationTile.Of(plan))
        {
            string columns = plan.Columns.Targets == 1 ? "Tiles" : $"Columns{Literal.Of(tile.Run.Start)}To{Literal.Of(tile.Run.End - 1)}";
            string rest = tile.FirstChannel > 0 ? "_Rest" : "";
            yield return new CorrelationPart($"{plan.Name}_{columns}{rest}", [tile]);
        }
    }

    /// <summary>As many tiles to a method as it may hold.</summary>
    private static IEnumerable<CorrelationPart> OfUnrolled(CorrelationPlan plan)
    {
        int? rows = plan.Unroll == Declaration.Unroll.Layer && plan.Rows.Targets > 1 ? plan.Rows.Targets : null;
        int most = KernelBudget.Of(plan.Lanes).MultiplyAdds;
        var tiles = new List<CorrelationTile>();
        int length = 0, locals = 0, number = 0;
        foreach (CorrelationTile tile in CorrelationTile.Of(plan).SelectMany(tile => tile.Unrolled(rows)))
        {
            int taps = plan.SourceUnroll * plan.Columns.Kernel * (tile.UnrollsKernelRows ? plan.Rows.Kernel : 1);
            RegisterTile registers = plan.TileOf(tile.Run, tile.Depth);

            // Starting and storing a sum is as long as a multiply-add or two.
            int more = registers.Accumulators * (taps + 2);
            if (length > 0 && (length + more > most || locals + registers.Locals(taps) > KernelBudget.Locals))
            {
                yield return Next();
                (tiles, length, locals) = ([], 0, 0);
            }

            tiles.Add(tile);
            length += more;
            locals += registers.Locals(taps);
        }

        yield return Next();

        CorrelationPart Next() => new($"{plan.Name}_Tiles{Literal.Of(++number)}", tiles);
    }
}
