using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>Where Forward calls a layer.</summary>
/// <param name="syntax">The call, or the operator with its operands.</param>
internal sealed class CallSite(SyntaxNode syntax)
{
    private readonly Dictionary<string, SyntaxNode> _arguments = new(StringComparer.OrdinalIgnoreCase);

    public SyntaxNode Syntax => syntax;

    /// <summary>The method that is called; null for a function or an operator.</summary>
    public LayerMethod? Method { get; init; }

    /// <summary>Notes where a function's argument is written.</summary>
    public void Add(string parameter, SyntaxNode argument) => _arguments[parameter] = argument;

    /// <summary>Where an argument is written; a parameter has the name of the attribute's property but for a letter's case.</summary>
    public SyntaxNode? Argument(string name) => _arguments.TryGetValue(name, out SyntaxNode? argument) ? argument : null;
}
