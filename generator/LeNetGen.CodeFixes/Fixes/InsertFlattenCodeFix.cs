using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>Flattens the image that a dense layer reads: by an attribute above it, or by a call around its argument.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertFlattenCodeFix))]
[Shared]
public sealed class InsertFlattenCodeFix() : NetworkCodeFix(ShapeDescriptors.VectorExpected)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (fault.At<AttributeSyntax>() is { } attribute)
        {
            string flatten = Spelling.OfAttribute("Flatten", attribute, fault.Model);
            yield return Remedy.Of(
                "Insert [Flatten] above", "InsertFlatten", fault.Tree, [AttributeText.InsertBefore(attribute, flatten)]);
        }
        else if (fault.At<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 1 } call)
        {
            ExpressionSyntax input = call.ArgumentList.Arguments[0].Expression;
            string flatten = Spelling.OfFunction("Flatten", input, fault.Model);
            yield return Remedy.Of("Flatten the input", "InsertFlatten", fault.Tree, CallText.Wrap(input, flatten));
        }
    }
}
