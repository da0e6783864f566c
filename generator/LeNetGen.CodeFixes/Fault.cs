using System.Globalization;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>A diagnostic together with the declaration that it is about, read once more by the generator's own rooms.</summary>
internal sealed class Fault
{
    private readonly NetworkMode _mode;

    private Fault(
        SyntaxNode node,
        SemanticModel model,
        INamedTypeSymbol type,
        NetworkMode mode,
        NetworkReading reading,
        Problem problem,
        Problem[] problems)
    {
        (Node, Model, Type, Reading, Problem, Problems) = (node, model, type, reading, problem, problems);
        _mode = mode;
    }

    /// <summary>The innermost node that the diagnostic underlines.</summary>
    public SyntaxNode Node { get; }

    public SemanticModel Model { get; }

    /// <summary>The network's class.</summary>
    public INamedTypeSymbol Type { get; }

    public NetworkAttributes Attributes => NetworkAttributes.Of(Type)!;

    public NetworkReading Reading { get; }

    public Problem Problem { get; }

    /// <summary>All that there is to say of the declaration.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    public SyntaxTree Tree => Node.SyntaxTree;

    /// <summary>What a diagnostic is about; null where the document is no longer what was analysed.</summary>
    public static async Task<Fault?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (document is SourceGeneratedDocument
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        NetworkMode mode = BuildSettings.ModeOf(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider, cancellation);

        // The network is around the diagnostic, or, where the diagnostic is about a type around networks, inside it.
        IEnumerable<TypeDeclarationSyntax> types = node.AncestorsAndSelf().Concat(node.DescendantNodes()).OfType<TypeDeclarationSyntax>();
        foreach (TypeDeclarationSyntax syntax in types)
        {
            if (model.GetDeclaredSymbol(syntax, cancellation) is not INamedTypeSymbol type
                || Read(type, model.Compilation, mode, cancellation) is not var (reading, problems))
                continue;
            Problem? problem = problems.FirstOrDefault(candidate => candidate.Id == diagnostic.Id && candidate.Message == message);
            if (problem is not null)
                return new Fault(node, model, type, mode, reading, problem, problems);
        }

        return null;
    }

    /// <summary>The node of this type that the diagnostic underlines as a whole.</summary>
    public T? At<T>()
        where T : SyntaxNode => Node.AncestorsAndSelf().TakeWhile(node => node.Span == Node.Span).OfType<T>().FirstOrDefault();

    /// <summary>
    /// All that there would be to say of the declaration after a remedy; null where there would be no network, or none that can be read.
    /// </summary>
    public IReadOnlyList<Problem>? After(Remedy remedy, CancellationToken cancellation)
    {
        var edits = new SourceEdits();
        edits.Add(remedy);
        Compilation changed = edits.ApplyTo(Model.Compilation);
        string id = DocumentationCommentId.CreateDeclarationId(Type)!;
        return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, changed) is INamedTypeSymbol type
            && Read(type, changed, _mode, cancellation) is var (reading, problems)
            && (reading.Declaration.IsReadable || !Reading.Declaration.IsReadable)
                ? problems
                : null;
    }

    private static (NetworkReading Reading, Problem[] Problems)? Read(
        INamedTypeSymbol type, Compilation compilation, NetworkMode mode, CancellationToken cancellation) =>
        NetworkAttributes.Of(type) is { } attributes
        && NetworkReader.Read(type, attributes, compilation, cancellation) is { } reading
            ? (reading, [.. Findings.Of(ShapeInference.Infer(reading.Declaration, mode, cancellation), attributes)])
            : null;
}
