using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>
/// Flattens the image that a dense layer reads, by an attribute above it or a call around its argument, or that Concatenate is given
/// beside a vector.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertFlattenCodeFix))]
[Shared]
public sealed class InsertFlattenCodeFix() : NetworkCodeFix(ShapeDescriptors.VectorExpected, ShapeDescriptors.ConcatenateKinds)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (fault.At<AttributeSyntax>() is { } attribute)
        {
            string flatten = Spelling.OfAttribute("Flatten", attribute, fault.Model);
            yield return Remedy.Of(
                "Insert [Flatten] above", "InsertFlatten", fault.Tree, [AttributeText.InsertBefore(attribute, flatten)]);
        }
        else if (fault.At<InvocationExpressionSyntax>() is { } call && InputOf(call, fault) is { } input)
        {
            string flatten = Spelling.OfFunction("Flatten", input, fault.Model);
            yield return Remedy.Of("Flatten the input", "InsertFlatten", fault.Tree, CallText.Wrap(input, flatten));
        }
    }

    /// <summary>Of what Concatenate is given, another image may come to the fore.</summary>
    private protected override bool Helps(Fault fault, IReadOnlyList<Problem> after) => !after.Contains(fault.Problem);

    /// <summary>The image that a call reads where it should read a vector.</summary>
    private static ExpressionSyntax? InputOf(InvocationExpressionSyntax call, Fault fault)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (fault.Problem.Id == ShapeDescriptors.VectorExpected.Id)
            return arguments.Count == 1 ? arguments[0].Expression : null;

        // Of nodes in an array there is one argument for all of them.
        NetworkDeclaration network = fault.Reading.Declaration;
        string[] origins =
        [
            .. network.Layers[fault.Problem.Anchor.Index].Inputs.Select(input => Origin.Of(input < 0 ? null : network.Layers[input].Name)),
        ];
        return arguments.Count == origins.Length ? arguments[Array.IndexOf(origins, OriginOfImage(fault.Problem))].Expression : null;
    }

    /// <summary>The message names both nodes, each by its shape and origin; that of an image has channels before an @.</summary>
    private static string OriginOfImage(Problem problem) => problem.Arguments[problem.Arguments[1].Contains("@") ? 2 : 4];
}
