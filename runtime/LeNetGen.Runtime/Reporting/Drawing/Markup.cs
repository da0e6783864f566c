using System.Text;
using System.Xml;

namespace LeNetGen.Reporting.Drawing;

/// <summary>Text as XML and HTML hold it, between tags and in attributes.</summary>
internal static class Markup
{
    /// <summary>The text with what has a meaning in markup escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        AppendEscaped(escaped, text);
        return escaped.ToString();
    }

    /// <summary>Appends the same.</summary>
    public static void AppendEscaped(StringBuilder target, string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (character is '&')
                target.Append("&amp;");
            else if (character is '<')
                target.Append("&lt;");
            else if (character is '>')
                target.Append("&gt;");
            else if (character is '"')
                target.Append("&quot;");
            else if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], character))
                target.Append(character).Append(text[++index]);
            else if (XmlConvert.IsXmlChar(character))
                target.Append(character);
            else // A control character or half a surrogate pair: no XML document can hold it.
                target.Append('\uFFFD');
        }
    }
}
