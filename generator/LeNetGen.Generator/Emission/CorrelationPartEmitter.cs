using LeNetGen.Generator.Planning;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes one method of a correlation kernel.</summary>
internal static class CorrelationPartEmitter
{
    public static void Emit(SourceWriter writer, CorrelationPlan plan, KernelSignature signature, CorrelationPart part)
    {
        signature.EmitComment(writer);
        if (plan.HidesSharedPixels)
            writer.Line("// next, a pixel's floats, is no constant lest the compiler keep pixels that taps share in registers that it has not.");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(part.Name, plan.HidesSharedPixels ? ", nint next" : "")))
        {
            // A row that is a number belongs to the tile.
            string? row = part.Tiles[0].Row is null ? CorrelationTileEmitter.RowOf(plan) : null;
            string? rows = signature.RowLoop ?? CorrelationTileEmitter.Loop(row, 0, plan.Rows.Targets, 1);
            if (part.Tiles.Count == 1)
            {
                EmitTile(writer, plan, part.Tiles[0], rows);
                return;
            }

            using (writer.LoopNest(rows))
            {
                foreach (CorrelationTile tile in part.Tiles)
                {
                    using (writer.OpenBraces())
                        EmitTile(writer, plan, tile, null);
                }
            }
        }
    }

    private static void EmitTile(SourceWriter writer, CorrelationPlan plan, CorrelationTile tile, string? outer)
    {
        if (tile.Row is int row)
            writer.Line($"nint row = {Literal.Of(row)};");
        new CorrelationTileEmitter(writer, plan, tile).Emit(outer);
    }
}
