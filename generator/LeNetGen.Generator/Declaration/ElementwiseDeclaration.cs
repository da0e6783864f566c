using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Declaration;

/// <summary><c>x + y</c> or <c>x * y</c>.</summary>
internal sealed record ElementwiseDeclaration(string Name, ElementwiseKind Kind) : LayerDeclaration(Name);
