using System.Composition;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Adds the modifier partial to a network's class and to all types around it, wherever it is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix))]
[Shared]
public sealed class MakePartialCodeFix() : NetworkCodeFix(
    DeclarationDescriptors.ClassNotPartial, DeclarationDescriptors.ContainingTypeNotPartial)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        var names = new List<string>();
        var edits = new List<SourceEdit>();
        for (INamedTypeSymbol? type = fault.Type; type is not null; type = type.ContainingType)
        {
            SourceEdit[] missing =
            [
                .. ClassMembers.DeclarationsOf(type)
                    .Where(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                    .Select(AddPartial),
            ];
            if (missing.Length > 0)
                names.Insert(0, $"'{type.Name}'");
            edits.AddRange(missing);
        }

        yield return new Remedy($"Make {string.Join(" and ", names)} partial", "MakePartial", edits);
    }

    /// <summary>The modifier's place is right before the keyword.</summary>
    private static SourceEdit AddPartial(TypeDeclarationSyntax declaration) => new(
        declaration.SyntaxTree, new TextChange(new TextSpan(declaration.Keyword.SpanStart, 0), "partial "));
}
