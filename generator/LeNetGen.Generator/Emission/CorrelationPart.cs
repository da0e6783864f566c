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
            string name = plan.TakesAllSlices ? "Slices" : "Columns";
            string columns = plan.Columns.Targets == 1 ? "Tiles" : $"{name}{Literal.Of(tile.Run.Start)}To{Literal.Of(tile.Run.End - 1)}";
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
            int needed = LocalsOf(plan, registers, taps);

            // Starting and storing a sum is as long as a multiply-add or two.
            int more = registers.Accumulators * (taps + 2);
            if (length > 0 && (length + more > most || locals + needed > KernelBudget.Locals))
            {
                yield return Next();
                (tiles, length, locals) = ([], 0, 0);
            }

            tiles.Add(tile);
            length += more;
            locals += needed;
        }

        yield return Next();

        CorrelationPart Next() => new($"{plan.Name}_Tiles{Literal.Of(++number)}", tiles);
    }

    /// <summary>
    /// Local variables of a tile with so many taps in the loop over source channels: the channels that this leaves have theirs as well,
    /// there are two references in each, and an output for every sum that a derivative multiplies.
    /// </summary>
    private static int LocalsOf(CorrelationPlan plan, RegisterTile registers, int taps)
    {
        int rest = plan.SourceChannels % plan.SourceUnroll * (taps / plan.SourceUnroll);
        return registers.Locals(taps + rest) + 4 + (plan.Derivative.HasDerivative ? registers.Accumulators : 0);
    }
}
