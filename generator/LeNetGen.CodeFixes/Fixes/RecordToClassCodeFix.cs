using System.Composition;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Makes a class of a record that declares a network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RecordToClassCodeFix))]
[Shared]
public sealed class RecordToClassCodeFix() : NetworkCodeFix(DeclarationDescriptors.Record)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        RecordDeclarationSyntax[] declarations = [.. ClassMembers.DeclarationsOf(fault.Type).OfType<RecordDeclarationSyntax>()];

        // The parameters of a record are properties, which a class would lose, and its base is a record.
        if (declarations.Any(declaration => declaration.ParameterList is not null || declaration.BaseList is not null))
            yield break;
        yield return new Remedy($"Make '{fault.Type.Name}' a class", "RecordToClass", [.. declarations.Select(MakeClass)]);
    }

    /// <summary>Of <c>record class</c>, or <c>record</c> alone, leaves <c>class</c>.</summary>
    private static SourceEdit MakeClass(RecordDeclarationSyntax declaration)
    {
        bool isWritten = declaration.ClassOrStructKeyword.IsKind(SyntaxKind.ClassKeyword);
        TextChange change = isWritten
            ? new TextChange(TextSpan.FromBounds(declaration.Keyword.SpanStart, declaration.ClassOrStructKeyword.SpanStart), "")
            : new TextChange(declaration.Keyword.Span, "class");
        return new SourceEdit(declaration.SyntaxTree, change);
    }
}
