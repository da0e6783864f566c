using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>A class in the graph form as it has been read, together with where everything stands, which no record holds.</summary>
internal sealed class GraphReading(GraphDeclaration declaration, IReadOnlyList<LayerMethod> methods, IMethodSymbol? forward)
{
    public GraphDeclaration Declaration => declaration;

    /// <summary>The methods that are layers or may be meant to be.</summary>
    public IReadOnlyList<LayerMethod> Methods => methods;

    public IMethodSymbol? Forward => forward;

    /// <summary>The layers of the network in the order of calls, and behind them the calls left out, with where they are called.</summary>
    public IReadOnlyList<(LayerDeclaration Layer, CallSite Site)> Calls { get; set; } = [];

    /// <summary>How many of the calls are layers of the network.</summary>
    public int ReachedCount { get; set; }

    /// <summary>Where the problems of Forward lie that are no layer's.</summary>
    public IReadOnlyList<Location> Places { get; set; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>Whether the compiler itself finds no fault.</summary>
    public bool IsReadable { get; set; } = true;

    /// <summary>Whether all of Forward has been read, so that it is known what each layer reads.</summary>
    public bool IsComplete { get; set; }
}
