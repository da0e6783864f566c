using System.Text;

namespace LeNetGen.Generator.Emission;

/// <summary>Builds source text line by line: indented by blocks, with line feeds whatever the machine's custom.</summary>
internal sealed class SourceWriter
{
    private const int LongestLine = 140;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>
    /// Writes a line, or each line of a multi-line text, at the present depth. An empty line at the start of a block is left out.
    /// </summary>
    public void Line(string text = "")
    {
        if (text.Length == 0 && _text.Length > 1 && _text[_text.Length - 2] == '{')
            return;
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', 4 * _depth).Append(line);
            _text.Append('\n');
        }
    }

    /// <summary>Writes a documentation comment, broken between words where a line would become too long to read.</summary>
    public void Documentation(string text)
    {
        string line = "///";
        foreach (string word in text.Split(' '))
        {
            if (4 * _depth + line.Length + 1 + word.Length > LongestLine)
            {
                Line(line);
                line = "///";
            }

            line += " " + word;
        }

        Line(line);
    }

    /// <summary>Writes a line and an opening brace; the closing brace follows when the result is disposed.</summary>
    public Block Braces(string header, string close = "}")
    {
        Line(header);
        return OpenBraces(close);
    }

    /// <summary>Writes an opening brace; the closing one follows when the result is disposed.</summary>
    public Block OpenBraces(string close = "}")
    {
        Line("{");
        _depth++;
        return new Block(this, close);
    }

    /// <summary>
    /// Loops one in another, without an indentation for each; a header of null is a loop that is not needed. Without any loop there is no
    /// block.
    /// </summary>
    public Block? LoopNest(params string?[] headers)
    {
        string[] needed = [.. headers.OfType<string>()];
        foreach (string header in needed)
            Line(header);
        return needed.Length == 0 ? null : OpenBraces();
    }

    /// <summary>A loop of an index from 0 up to a constant.</summary>
    public Block Loop(string variable, int end) => Braces(LoopHeader(variable, end));

    public static string LoopHeader(string variable, int end) => $"for (nint {variable} = 0; {variable} < {Literal.Of(end)}; {variable}++)";

    public override string ToString() => _text.ToString();

    internal sealed class Block(SourceWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(close);
        }
    }
}
