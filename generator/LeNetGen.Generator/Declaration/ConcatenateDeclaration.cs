namespace LeNetGen.Generator.Declaration;

/// <summary><c>Concatenate(x, y, …)</c>.</summary>
internal sealed record ConcatenateDeclaration(string Name) : LayerDeclaration(Name);
