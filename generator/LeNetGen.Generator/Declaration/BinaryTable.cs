namespace LeNetGen.Generator.Declaration;

/// <summary>A table of crosses and dots as an attribute writes it, without its white space; the runtime's class of the same name.</summary>
/// <param name="Rows">The rows, which may be wrong: of different lengths, or with other characters.</param>
internal sealed record BinaryTable(EquatableArray<string> Rows)
{
    public const char Mark = 'X';
    public const char NoMark = '.';

    /// <summary>The characters of the first row.</summary>
    public int Columns => Rows.Count == 0 ? 0 : Rows[0].Length;

    /// <summary>The number of marks.</summary>
    public int Count => Rows.Sum(row => row.Count(character => character == Mark));

    public bool this[int row, int column] => Rows[row][column] == Mark;

    /// <summary>The table with these rows; a row of null is an empty one.</summary>
    public static BinaryTable Of(IEnumerable<string?> rows) =>
        new(rows.Select(row => string.Concat((row ?? "").Where(character => !char.IsWhiteSpace(character)))).ToEquatableArray());

    /// <summary>The table that marks what has the same number as itself.</summary>
    public static BinaryTable Diagonal(int size) => new(Enumerable.Range(0, size)
        .Select(row => new string(NoMark, row) + Mark + new string(NoMark, size - row - 1))
        .ToEquatableArray());
}
