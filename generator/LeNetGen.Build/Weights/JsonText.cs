using System.Globalization;
using System.Text;

namespace LeNetGen.Build.Weights;

/// <summary>
/// Reads JSON (RFC 8259) into objects. Our own, because a task that brings System.Text.Json along would meet other versions of it in
/// every MSBuild that loads it.
/// </summary>
internal sealed class JsonText
{
    private const int Deepest = 64;
    private readonly string _text;
    private int _place;
    private int _depth;

    private JsonText(string text) => _text = text;

    /// <summary>Null, a truth value, a text, a <see cref="JsonNumber"/>, a list of these or a <see cref="JsonObject"/>.</summary>
    /// <exception cref="FormatException">It is no JSON, or nested deeper than anything that is meant well.</exception>
    public static object? Parse(string text)
    {
        var reader = new JsonText(text);
        object? value = reader.Value();
        reader.SkipSpace();
        return reader._place == text.Length ? value : throw new FormatException();
    }

    private char Next => _place < _text.Length ? _text[_place] : throw new FormatException();

    private object? Value()
    {
        SkipSpace();
        switch (Next)
        {
            case '{':
                return Object();
            case '[':
                return List();
            case '"':
                return Text();
            case 't':
                return Word("true", true);
            case 'f':
                return Word("false", false);
            case 'n':
                return Word("null", null);
            default:
                return Number();
        }
    }

    private JsonObject Object()
    {
        var members = new JsonObject();
        foreach (int _ in Items('}'))
        {
            string name = Text();
            SkipSpace();
            Expect(':');
            members.Add(name, Value());
        }

        return members;
    }

    private List<object?> List()
    {
        var items = new List<object?>();
        foreach (int _ in Items(']'))
            items.Add(Value());
        return items;
    }

    /// <summary>Stands before each item between two brackets in turn.</summary>
    private IEnumerable<int> Items(char close)
    {
        if (++_depth > Deepest)
            throw new FormatException();
        _place++;
        SkipSpace();
        for (int item = 0; Next != close; item++)
        {
            if (item > 0)
            {
                Expect(',');
                SkipSpace();
            }

            yield return item;
            SkipSpace();
            if (Next != close && Next != ',')
                throw new FormatException();
        }

        _place++;
        _depth--;
    }

    private string Text()
    {
        Expect('"');
        var text = new StringBuilder();
        for (; Next != '"'; _place++)
        {
            if (Next < ' ')
                throw new FormatException();
            text.Append(Next == '\\' ? Escaped() : Next);
        }

        _place++;
        string result = text.ToString();

        // Half of a surrogate pair is no text; the strict encoding says so.
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(result);
        return result;
    }

    private char Escaped()
    {
        _place++;
        int known = "\"\\/bfnrt".IndexOf(Next);
        if (known >= 0)
            return "\"\\/\b\f\n\r\t"[known];
        if (Next != 'u' || _place + 4 >= _text.Length)
            throw new FormatException();
        ushort code = ushort.Parse(_text.Substring(_place + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _place += 4;
        return (char)code;
    }

    private JsonNumber Number()
    {
        int start = _place;
        if (Next == '-')
            _place++;
        if (Next == '0')
            _place++;
        else
            Digits();
        if (IsNext('.'))
        {
            _place++;
            Digits();
        }

        if (IsNext('e') || IsNext('E'))
        {
            _place++;
            if (IsNext('+') || IsNext('-'))
                _place++;
            Digits();
        }

        return new JsonNumber(_text.Substring(start, _place - start));
    }

    private void Digits()
    {
        if (Next is < '0' or > '9')
            throw new FormatException();
        while (_place < _text.Length && _text[_place] is >= '0' and <= '9')
            _place++;
    }

    private object? Word(string word, object? value)
    {
        foreach (char letter in word)
            Expect(letter);
        return value;
    }

    private bool IsNext(char character) => _place < _text.Length && _text[_place] == character;

    private void Expect(char character)
    {
        if (Next != character)
            throw new FormatException();
        _place++;
    }

    private void SkipSpace()
    {
        while (_place < _text.Length && _text[_place] is ' ' or '\t' or '\n' or '\r')
            _place++;
    }
}
