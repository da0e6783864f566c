using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>What a layer's method and Forward must be, both of them functions from node to node.</summary>
internal static class MethodSignature
{
    private const string Node = "Node";

    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static bool IsNode(ITypeSymbol? type) =>
        NetworkAttributes.IsRuntime(type, Node) && type!.NullableAnnotation != NullableAnnotation.Annotated;

    public static MethodDeclarationSyntax? SyntaxOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as MethodDeclarationSyntax;

    public static bool IsPartial(IMethodSymbol method) => Has(method, SyntaxKind.PartialKeyword);

    /// <summary>Whether this part of a method has a body; one that is no ordinary method's counts.</summary>
    public static bool HasBody(IMethodSymbol method) => SyntaxOf(method) is not { Body: null, ExpressionBody: null };

    /// <summary>Whether the compiler does not know one of the types, which it reports itself.</summary>
    public static bool HasUnknownTypes(IMethodSymbol method) =>
        method.ReturnType.TypeKind == TypeKind.Error || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error);

    /// <summary>What keeps a method from being a static function from node to node, to follow its name; null if nothing.</summary>
    public static string? FaultOf(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
            return "is not an ordinary method";
        if (!method.IsStatic)
            return "is not static";
        if (method.IsGenericMethod)
            return "is generic";
        if (Has(method, SyntaxKind.ExternKeyword))
            return "is extern";
        if (Has(method, SyntaxKind.AsyncKeyword))
            return "is async";
        if (method.RefKind != RefKind.None)
            return "returns by reference";
        if (!IsNode(method.ReturnType))
            return $"returns {ShortNameOf(method.ReturnType)} instead of Node";
        if (method.Parameters.Length != 1)
            return FormattableString.Invariant($"has {method.Parameters.Length} parameters instead of one");
        IParameterSymbol parameter = method.Parameters[0];
        if (parameter.RefKind != RefKind.None)
            return "has a parameter by reference";
        if (parameter.IsOptional)
            return "has an optional parameter";
        return IsNode(parameter.Type) ? null : $"has a parameter of type {ShortNameOf(parameter.Type)} instead of Node";
    }

    /// <summary>The header of a partial method's implementing part; null where the method is not whole.</summary>
    public static string? HeaderOf(IMethodSymbol method)
    {
        if (SyntaxOf(method) is not { ContainsDiagnostics: false } syntax || method.MethodKind != MethodKind.Ordinary)
            return null;
        return $"{string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text))} {method.ToDisplayString(Format)}";
    }

    /// <summary>A parameter's name as C# writes it.</summary>
    public static string NameOf(IParameterSymbol parameter) => parameter.ToDisplayString(
        Format.WithParameterOptions(SymbolDisplayParameterOptions.IncludeName));

    public static string ShortNameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static bool Has(IMethodSymbol method, SyntaxKind modifier) => SyntaxOf(method)?.Modifiers.Any(modifier) == true;

    /// <summary>Whether a documentation comment stands before the method, whether or not the compiler has been asked to read it.</summary>
    public static bool IsDocumented(IMethodSymbol method) => SyntaxOf(method) is { } syntax && syntax.GetLeadingTrivia()
        .Select(trivia => trivia.ToFullString().TrimStart())
        .Any(text => text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal));
}
