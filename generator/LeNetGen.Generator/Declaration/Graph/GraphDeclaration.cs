namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>What a class declares by methods: the graph form.</summary>
/// <param name="Methods">The methods that are layers, and others like them, which may be meant to be.</param>
/// <param name="Network">[Network] as an expression that makes the attribute.</param>
internal sealed record GraphDeclaration(EquatableArray<MethodDeclaration> Methods, string Network);
