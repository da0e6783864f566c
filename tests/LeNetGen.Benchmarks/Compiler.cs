using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Benchmarks;

/// <summary>Sources for the generator to work on.</summary>
internal static class Compiler
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    public static SyntaxTree Parse(string text, string name) => CSharpSyntaxTree.ParseText(text, ParseOptions, name);

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> sources) => CSharpCompilation.Create(
        "Measured",
        sources,
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
