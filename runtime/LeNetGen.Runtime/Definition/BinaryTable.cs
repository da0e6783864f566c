using System.Globalization;

namespace LeNetGen;

/// <summary>A table of crosses and dots, such as which maps of a layer are connected. Tables with the same marks are equal.</summary>
public sealed class BinaryTable : IEquatable<BinaryTable>
{
    private readonly string[] _rows;

    /// <summary>A table as it is written.</summary>
    /// <param name="rows">Its rows: <c>X</c> for a mark, <c>.</c> for none; white space does not count.</param>
    /// <exception cref="ArgumentException">There is no row or no column, rows differ in length, or there is another character.</exception>
    public BinaryTable(params string[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _rows = [.. rows.Select(row => string.Concat((row ?? "").Where(character => !char.IsWhiteSpace(character))))];
        if (_rows.Length == 0 || _rows[0].Length == 0)
            throw new ArgumentException("A table has one row and one column at least.", nameof(rows));
        for (int row = 0; row < _rows.Length; row++)
        {
            if (_rows[row].Length != _rows[0].Length)
            {
                throw new ArgumentException(
                    $"Row {row} of a table has {_rows[row].Length} marks and dots, but row 0 has {_rows[0].Length}.", nameof(rows));
            }

            if (_rows[row].FirstOrDefault(character => character is not ('X' or '.')) is var other and not '\0')
                throw new ArgumentException($"Row {row} of a table has the character '{other}', but a table has only 'X' and '.'.", nameof(rows));
        }

        Count = _rows.Sum(row => row.Count(character => character == 'X'));
    }

    /// <summary>The number of rows.</summary>
    public int Rows => _rows.Length;

    /// <summary>The number of columns.</summary>
    public int Columns => _rows[0].Length;

    /// <summary>The number of marks.</summary>
    public int Count { get; }

    /// <summary>Whether there is a mark.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    public bool this[int row, int column] => _rows[row][column] == 'X';

    /// <inheritdoc/>
    public bool Equals(BinaryTable? other) => other is not null && _rows.AsSpan().SequenceEqual(other._rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BinaryTable);

    /// <inheritdoc/>
    public override int GetHashCode() => string.Concat(_rows).GetHashCode(StringComparison.Ordinal);

    /// <summary>Such as <c>6 x 16, 60 marked</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows} x {Columns}, {Count} marked");
}
