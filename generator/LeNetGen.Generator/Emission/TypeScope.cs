using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Emission;

/// <summary>Reopens a network's class: its namespace, the types around it, and the class itself.</summary>
internal sealed class TypeScope : IDisposable
{
    private readonly Stack<IDisposable> _blocks = new();

    private TypeScope()
    {
    }

    public static TypeScope Open(SourceWriter writer, NetworkType type)
    {
        var scope = new TypeScope();
        if (type.Namespace.Length > 0)
            writer.Line($"namespace {type.Namespace};\n");
        foreach (string header in type.ContainingTypes)
            scope._blocks.Push(writer.Braces(header));
        scope._blocks.Push(writer.Braces("partial class " + type.Name));
        return scope;
    }

    public void Dispose()
    {
        while (_blocks.Count > 0)
            _blocks.Pop().Dispose();
    }
}
