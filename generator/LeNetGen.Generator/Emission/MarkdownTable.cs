namespace LeNetGen.Generator.Emission;

/// <summary>A table in Markdown, aligned for who reads the text itself.</summary>
/// <param name="heads">The columns' heads; a colon behind one puts its column to the right, as numbers stand.</param>
internal sealed class MarkdownTable(params string[] heads)
{
    private const int Narrowest = 4;
    private readonly List<string[]> _rows = [[.. heads.Select(head => head.TrimEnd(':'))]];

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(cell => cell.Replace("|", "\\|"))]);

    public IEnumerable<string> Lines()
    {
        int[] widths = [.. heads.Select((_, column) => Math.Max(Narrowest, _rows.Max(row => row[column].Length)))];
        for (int row = 0; row < _rows.Count; row++)
        {
            yield return LineOf(_rows[row].Select((cell, i) => IsRight(i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
            if (row == 0)
                yield return LineOf(widths.Select((width, i) => IsRight(i) ? new string('-', width - 1) + ":" : new string('-', width)));
        }
    }

    /// <summary>A name as code, in which no character has a meaning; of some types' names a backtick is part.</summary>
    public static string Code(string name) => name.Contains('`') ? $"`` {name} ``" : $"`{name}`";

    private bool IsRight(int column) => heads[column].EndsWith(":", StringComparison.Ordinal);

    private static string LineOf(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
