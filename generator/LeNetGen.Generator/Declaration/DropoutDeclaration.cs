namespace LeNetGen.Generator.Declaration;

/// <summary><c>[Dropout(rate)]</c>.</summary>
internal sealed record DropoutDeclaration(string Name, double Rate) : LayerDeclaration(Name)
{
    public static DropoutDeclaration Read(string name, WrittenArguments arguments) => new(name, arguments.Double("rate"));
}
