using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>Checks a table by itself, whatever its layer reads.</summary>
internal static class TableChecks
{
    /// <summary>What is wrong with a table first; null if nothing is.</summary>
    public static Problem? Of(LayerDeclaration layer, int index, string argument, BinaryTable table)
    {
        Anchor anchor = Anchor.OfLayer(index, argument);
        if (table.Columns == 0)
            return Problem.Of(DeclarationDescriptors.TableEmpty, anchor, layer.Name, argument);
        for (int row = 0; row < table.Rows.Count; row++)
        {
            string written = table.Rows[row];
            int other = Enumerable.Range(0, written.Length)
                .Where(column => written[column] is not (BinaryTable.Mark or BinaryTable.NoMark))
                .DefaultIfEmpty(-1)
                .First();
            if (other >= 0)
                return Problem.Of(DeclarationDescriptors.TableCharacter, anchor, layer.Name, row, argument, CharacterText(written, other));
            if (written.Length != table.Columns)
                return Problem.Of(DeclarationDescriptors.TableRagged, anchor, layer.Name, row, argument, written.Length, table.Columns);
        }

        if (layer is not ConvolutionDeclaration)
            return null;
        int unread = Enumerable.Range(0, table.Columns)
            .Where(column => Enumerable.Range(0, table.Rows.Count).All(row => !table[row, column]))
            .DefaultIfEmpty(-1)
            .First();
        return unread < 0 ? null : Problem.Of(DeclarationDescriptors.FilterWithoutInput, anchor, layer.Name, unread, argument);
    }

    /// <summary>A character, which may be half of one.</summary>
    private static string CharacterText(string row, int column) =>
        char.IsSurrogatePair(row, Math.Min(column, row.Length - 2 < 0 ? 0 : row.Length - 2)) && column < row.Length - 1
            ? row.Substring(column, 2)
            : row.Substring(column, 1);
}
