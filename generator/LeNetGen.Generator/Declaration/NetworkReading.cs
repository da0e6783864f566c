using LeNetGen.Generator.Declaration.Graph;

namespace LeNetGen.Generator.Declaration;

/// <summary>A network's class as it has been read.</summary>
/// <param name="Declaration">What it declares.</param>
/// <param name="Graph">Where its methods and calls stand; null where its layers are attributes.</param>
internal readonly record struct NetworkReading(NetworkDeclaration Declaration, GraphReading? Graph);
