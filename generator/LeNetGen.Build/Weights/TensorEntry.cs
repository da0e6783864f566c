using System.Globalization;

namespace LeNetGen.Build.Weights;

/// <summary>What the header of a safetensors file says about one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Start">Where its bytes start, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record TensorEntry(string Name, string Type, IReadOnlyList<int> Shape, long Start, long End)
{
    /// <summary>The only type that a network computes with.</summary>
    public const string Float = "F32";

    /// <summary>The name, fit for a message: of bearable length, without control characters.</summary>
    public string QuotedName => Quoted(Name);

    /// <summary>The dimensions, such as <c>[6, 1, 5, 5]</c>.</summary>
    public string ShapeText => "[" + string.Join(", ", Shape.Select(size => size.ToString(CultureInfo.InvariantCulture))) + "]";

    /// <summary>The bytes that so many floats have; more than any file where that is beyond counting.</summary>
    public long NeededBytes()
    {
        if (Shape.Contains(0))
            return 0;
        long bytes = sizeof(float);
        foreach (int size in Shape)
        {
            if (bytes > long.MaxValue / size)
                return long.MaxValue;
            bytes *= size;
        }

        return bytes;
    }

    /// <inheritdoc cref="QuotedName"/>
    public static string Quoted(string name)
    {
        const int longest = 80;
        string shown = name.Length > longest ? name.Substring(0, longest) + "…" : name;
        return "'" + string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character)) + "'";
    }
}
