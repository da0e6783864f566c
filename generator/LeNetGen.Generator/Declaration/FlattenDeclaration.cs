namespace LeNetGen.Generator.Declaration;

/// <summary><c>[Flatten]</c>.</summary>
internal sealed record FlattenDeclaration(string Name) : LayerDeclaration(Name)
{
    public static FlattenDeclaration Read(string name, WrittenArguments arguments) => new(name);
}
