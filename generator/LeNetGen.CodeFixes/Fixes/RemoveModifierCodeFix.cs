using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>Removes a modifier that a network's class, or a type around it, cannot have: file, static or abstract.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveModifierCodeFix))]
[Shared]
public sealed class RemoveModifierCodeFix() : NetworkCodeFix(
    DeclarationDescriptors.FileLocal, DeclarationDescriptors.ForbiddenModifier)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        bool isFile = fault.Problem.Id == DeclarationDescriptors.FileLocal.Id;
        string modifier = isFile ? "file" : fault.Problem.Arguments[1];
        INamedTypeSymbol? type = fault.Type;
        while (isFile && type is { IsFileLocal: false })
            type = type.ContainingType;
        if (type is null || IsNeeded(modifier, type))
            yield break;
        SourceEdit[] edits =
        [
            .. ClassMembers.DeclarationsOf(type)
                .SelectMany(declaration => declaration.Modifiers)
                .Where(token => token.ValueText == modifier)
                .Select(token => new SourceEdit(token.SyntaxTree!, TokenText.RemoveModifier(token))),
        ];
        yield return new Remedy($"Remove '{modifier}'", "RemoveModifier", edits);
    }

    /// <summary>Whether the class would not compile without it.</summary>
    private static bool IsNeeded(string modifier, INamedTypeSymbol type) => modifier switch
    {
        // Another file may have a type of that name.
        "file" => type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity).Length > 1,
        "static" => type.GetMembers().OfType<IMethodSymbol>().Any(method => method.IsExtensionMethod),
        _ => type.GetMembers().Any(member => member.IsAbstract),
    };
}
