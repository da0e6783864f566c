using System.Text;

namespace LeNetGen.Reporting;

/// <summary>A table of text in box-drawing characters, with a heavy header as Keras 3 draws it.</summary>
internal sealed class BoxTable(params BoxTableColumn[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of one cell for each column.</summary>
    public void AddRow(params string[] cells)
    {
        if (cells.Length != columns.Length)
            throw new ArgumentException($"{cells.Length} cells do not fill {columns.Length} columns.", nameof(cells));
        _rows.Add(cells);
    }

    /// <summary>Appends the table; every line ends in <c>\n</c>.</summary>
    public void AppendTo(StringBuilder text)
    {
        int[] widths = [.. columns.Select((column, index) => _rows.Select(row => row[index].Length).Append(column.Header.Length).Max())];
        AppendRule(text, widths, '┏', '━', '┳', '┓');
        AppendCells(text, widths, '┃', [.. columns.Select(column => column.Header)]);
        AppendRule(text, widths, '┡', '━', '╇', '┩');
        for (int row = 0; row < _rows.Count; row++)
        {
            if (row > 0)
                AppendRule(text, widths, '├', '─', '┼', '┤');
            AppendCells(text, widths, '│', _rows[row]);
        }
        AppendRule(text, widths, '└', '─', '┴', '┘');
    }

    private static void AppendRule(StringBuilder text, int[] widths, char left, char line, char cross, char right)
    {
        text.Append(left);
        text.AppendJoin(cross, widths.Select(width => new string(line, width + 2)));
        text.Append(right).Append('\n');
    }

    private void AppendCells(StringBuilder text, int[] widths, char bar, string[] cells)
    {
        for (int column = 0; column < cells.Length; column++)
        {
            string cell = columns[column].AlignRight ? cells[column].PadLeft(widths[column]) : cells[column].PadRight(widths[column]);
            text.Append(bar).Append(' ').Append(cell).Append(' ');
        }
        text.Append(bar).Append('\n');
    }
}
