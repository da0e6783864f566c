using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>What shape inference makes of a declaration.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Shaped">Its shapes; null where anything is wrong with it, warnings apart.</param>
/// <param name="Problems">Everything that is wrong with it and that the compiler does not report itself.</param>
internal sealed record InferredNetwork(NetworkDeclaration Declaration, ShapedNetwork? Shaped, EquatableArray<Problem> Problems);
