using System.Globalization;
using System.Text;

namespace LeNetGen.Reporting.Drawing;

/// <summary>Writes XML, or HTML that is XML too: indented elements, invariant numbers of at most two decimals, escaped text.</summary>
internal class MarkupWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = [];

    /// <summary>Opens an element; close it with <see cref="Close"/>.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        StartTag(name, attributes).Append(">\n");
        _open.Push(name);
    }

    /// <summary>Closes the element that was opened last.</summary>
    public void Close()
    {
        string name = _open.Pop();
        Indent().Append("</").Append(name).Append(">\n");
    }

    /// <summary>An element without content.</summary>
    public void Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        StartTag(name, attributes).Append("/>\n");

    /// <summary>An element around text.</summary>
    public void Text(string name, string content, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        StartTag(name, attributes).Append('>');
        Markup.AppendEscaped(_text, content);
        _text.Append("</").Append(name).Append(">\n");
    }

    /// <summary>What another writer has written.</summary>
    public void Append(MarkupWriter other) => _text.Append(other._text);

    /// <summary>What has been written.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>A coordinate as it stands in an attribute or a path.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private StringBuilder StartTag(string name, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Indent().Append('<').Append(name);
        foreach ((string attribute, object value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"");
            Markup.AppendEscaped(
                _text, value is double coordinate ? Coordinate(coordinate) : Convert.ToString(value, CultureInfo.InvariantCulture)!);
            _text.Append('"');
        }

        return _text;
    }

    private StringBuilder Indent() => _text.Append(' ', 2 * _open.Count);
}
