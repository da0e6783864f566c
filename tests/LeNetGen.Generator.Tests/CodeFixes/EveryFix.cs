using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>All fixes at work on one program.</summary>
/// <param name="Applied">How many were offered and applied, each by itself.</param>
/// <param name="Harm">What one of them has made worse; null where none has.</param>
internal sealed record EveryFix(int Applied, string? Harm)
{
    public static async Task<EveryFix> OfAsync(string program)
    {
        int errors = Errors(program), applied = 0;
        using var editor = new Editor(CodeFixCatalogueTests.All, [program]);
        foreach ((string title, string after) in await editor.ApplyEachAsync())
        {
            applied++;
            if (after == program || Errors(after) > errors)
                return new EveryFix(applied, $"'{title}' makes of\n{program}\nthis:\n{after}");
        }

        return new EveryFix(applied, null);
    }

    /// <summary>
    /// Errors of the compiler without the generator, which a fix cannot help and must not add to. That a partial method has no body
    /// (CS8795) is none: the generator writes it.
    /// </summary>
    private static int Errors(string source) => Compilations.Of(source).GetDiagnostics()
        .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795");
}
