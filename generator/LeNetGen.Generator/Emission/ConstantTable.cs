using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes numbers that kernels read, as static properties: a compiler puts them into the read-only data of the program.</summary>
internal static class ConstantTable
{
    private const int NumbersOfALine = 24;

    /// <summary>Whole numbers.</summary>
    public static void Emit(SourceWriter writer, string name, IEnumerable<int> numbers) =>
        Emit(writer, "int", name, numbers.Select(Of));

    /// <summary>Floats.</summary>
    public static void Emit(SourceWriter writer, string name, IEnumerable<float> numbers) =>
        Emit(writer, "float", name, numbers.Select(Of));

    /// <summary>A reference to a table's first number, as a variable of its name in the kernel.</summary>
    public static string Variable(string type, string variable, string name) =>
        $"ref {type} {variable} = ref MemoryMarshal.GetReference({name});";

    private static void Emit(SourceWriter writer, string type, string name, IEnumerable<string> numbers)
    {
        string[] all = [.. numbers];
        writer.Line($"private static ReadOnlySpan<{type}> {name} => new {type}[]");
        using (writer.OpenBraces("};"))
        {
            for (int start = 0; start < all.Length; start += NumbersOfALine)
                writer.Line(string.Join(", ", all.Skip(start).Take(NumbersOfALine)) + ",");
        }

        writer.Line();
    }
}
