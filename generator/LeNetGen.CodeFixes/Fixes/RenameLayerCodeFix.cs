using System.Composition;
using System.Globalization;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Gives a layer whose name is used already, taken or no identifier the next free name like it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameLayerCodeFix))]
[Shared]
public sealed class RenameLayerCodeFix() : NetworkCodeFix(
    DeclarationDescriptors.NameNotIdentifier, DeclarationDescriptors.DuplicateName, DeclarationDescriptors.NameTaken)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        int layer = fault.Problem.Anchor.Index;
        if (fault.Reading.Graph is not null
            || fault.Attributes.Layers[layer].ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax attribute)
            yield break;
        string name = NewNames(fault)[layer];
        TextChange change = AttributeText.Set(attribute, "Name", $"\"{name}\"");
        yield return Remedy.Of($"Rename the layer to '{name}'", "RenameLayer", attribute.SyntaxTree, [change]);
    }

    /// <summary>A new name for every layer that needs one, so that Fix All gives no name twice.</summary>
    private Dictionary<int, string> NewNames(Fault fault)
    {
        NetworkDeclaration declaration = fault.Reading.Declaration;
        INamedTypeSymbol? networkBase = fault.Model.Compilation.GetTypeByMetadataName("LeNetGen.Network");
        ISet<string> used = ClassMembers.NamesUsedBy(fault.Type, networkBase, isGraph: false);
        used.UnionWith(declaration.Layers.Select(layer => layer.Name));
        var names = new Dictionary<int, string>();
        foreach (Problem problem in fault.Problems.Where(problem => FixableDiagnosticIds.Contains(problem.Id)))
        {
            int layer = problem.Anchor.Index;
            string name = FreeName(declaration.Layers[layer].Name, used);
            used.Add(name);
            names[layer] = name;
        }

        return names;
    }

    /// <summary>The name with its number counted up: <c>C1</c> becomes <c>C2</c>, <c>Hidden</c> becomes <c>Hidden2</c>.</summary>
    private static string FreeName(string name, ISet<string> used)
    {
        string identifier = ToIdentifier(name);
        if (!used.Contains(identifier))
            return identifier;
        string stem = identifier.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (!int.TryParse(identifier.Substring(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            (stem, number) = (identifier.Length == stem.Length ? stem : identifier + "_", 1);
        string next;
        do
            next = FormattableString.Invariant($"{stem}{++number}");
        while (used.Contains(next));
        return next;
    }

    private static string ToIdentifier(string name)
    {
        if (Identifier.IsValid(name))
            return name;
        string letters = new([.. name.Select(character => char.IsLetterOrDigit(character) ? character : '_')]);
        string identifier = letters.Length > 0 && char.IsLetter(letters[0]) ? letters : "Layer" + letters;
        return Identifier.IsValid(identifier) ? identifier : "Layer";
    }
}
