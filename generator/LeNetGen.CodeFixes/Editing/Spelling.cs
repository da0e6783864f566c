using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes.Editing;

/// <summary>The shortest way to write a name of the runtime's where it is to stand, whatever the file imports and calls its own.</summary>
internal static class Spelling
{
    private const string Namespace = "LeNetGen.";

    /// <summary>An attribute, such as <c>Flatten</c> or <c>LeNetGen.Flatten</c>.</summary>
    public static string OfAttribute(string name, AttributeSyntax place, SemanticModel model) => Shortest(
        [name, Namespace + name],
        spelling => model.GetSpeculativeSymbolInfo(place.SpanStart, (AttributeSyntax)place.WithName(SyntaxFactory.ParseName(spelling))
            .WithArgumentList(null)).Symbol?.ContainingType,
        Namespace + name + "Attribute");

    /// <summary>A member of an enumeration, such as <c>Padding.Same</c>.</summary>
    public static string OfValue(string type, string member, SyntaxNode place, SemanticModel model) => Shortest(
        [$"{type}.{member}", $"{Namespace}{type}.{member}"],
        spelling => Bind(spelling, place, model)?.ContainingType,
        Namespace + type);

    /// <summary>A function of LeNetGen.Layers, such as <c>Flatten</c> or <c>Layers.Flatten</c>.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="argument">What it is to be called on.</param>
    /// <param name="model">The meaning of the file.</param>
    public static string OfFunction(string function, ExpressionSyntax argument, SemanticModel model) => Shortest(
        [function, $"Layers.{function}", $"{Namespace}Layers.{function}"],
        spelling => Bind($"{spelling}({argument})", argument, model)?.ContainingType,
        Namespace + "Layers");

    private static ISymbol? Bind(string expression, SyntaxNode place, SemanticModel model) => model.GetSpeculativeSymbolInfo(
        place.SpanStart, SyntaxFactory.ParseExpression(expression), SpeculativeBindingOption.BindAsExpression).Symbol;

    private static string Shortest(string[] spellings, Func<string, INamedTypeSymbol?> bind, string type) =>
        spellings.FirstOrDefault(spelling => bind(spelling)?.ToDisplayString() == type) ?? $"global::{spellings[spellings.Length - 1]}";
}
