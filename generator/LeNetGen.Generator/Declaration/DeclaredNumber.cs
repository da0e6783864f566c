namespace LeNetGen.Generator.Declaration;

/// <summary>A number of a layer, together with the argument that it comes from: where to point if it is wrong.</summary>
internal readonly record struct DeclaredNumber(string Argument, int Value);
