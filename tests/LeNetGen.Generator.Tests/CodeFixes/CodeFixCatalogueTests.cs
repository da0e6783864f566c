using System.Composition;
using System.Reflection;
using LeNetGen.CodeFixes;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>What an editor must find of every fix.</summary>
public class CodeFixCatalogueTests
{
    /// <summary>All fixes, made as an editor makes them.</summary>
    public static IReadOnlyList<NetworkCodeFix> All { get; } =
    [
        .. typeof(NetworkCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(NetworkCodeFix)) && !type.IsAbstract)
            .Select(type => (NetworkCodeFix)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public void Fixes_AreExportedByTheirNames()
    {
        Assert.Equal(19, All.Count);
        foreach (NetworkCodeFix fix in All)
        {
            var export = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();
            Assert.NotNull(export);
            Assert.Equal(fix.GetType().Name, export.Name);
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.NotNull(fix.GetType().GetCustomAttribute<SharedAttribute>());
        }
    }

    [Fact]
    public void Fixes_FixDiagnosticsOfTheCatalogue_InEveryScope()
    {
        foreach (NetworkCodeFix fix in All)
        {
            Assert.NotEmpty(fix.FixableDiagnosticIds);
            Assert.All(fix.FixableDiagnosticIds, id => Assert.Equal(id, DiagnosticCatalogue.Find(id).Id));
            FixAllScope[] scopes = [.. fix.GetFixAllProvider().GetSupportedFixAllScopes()];
            Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], scopes);
        }
    }

    /// <summary>The compiler, which loads the generator's assembly, has no Workspaces.</summary>
    [Fact]
    public void Generator_DoesNotReferToWorkspaces() => Assert.DoesNotContain(
        typeof(NetworkGenerator).Assembly.GetReferencedAssemblies(),
        reference => reference.Name!.Contains("Workspaces", StringComparison.Ordinal));
}
