namespace LeNetGen.Generator.Declaration;

/// <summary><c>[Rbf(codes)]</c>.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Codes">A row for each output.</param>
internal sealed record RbfDeclaration(string Name, BinaryTable Codes) : LayerDeclaration(Name)
{
    public static RbfDeclaration Read(string name, WrittenArguments arguments) =>
        new(name, BinaryTable.Of(arguments.Texts("codes") ?? []));
}
