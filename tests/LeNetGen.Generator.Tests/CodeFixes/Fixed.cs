using System.Reflection;
using System.Runtime.Loader;
using LeNetGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Emit;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>What fixes must achieve: exactly this text, which compiles without a diagnostic to networks that can be created.</summary>
internal static class Fixed
{
    public static async Task AssertAsync(NetworkCodeFix fix, string title, string before, string after)
    {
        using var editor = new Editor(fix, [before]);
        Assert.Equal(after, Assert.Single(await editor.ApplyAsync(title)));
        AssertCreates(after);
    }

    /// <summary>Fix All in a document, which has a class Net and a class Other.</summary>
    public static async Task AssertAllAsync(NetworkCodeFix fix, string key, string before, string after)
    {
        using var editor = new Editor(fix, [before]);
        Assert.Equal(after, (await editor.ApplyToAllAsync(key, FixAllScope.Document))[0][0]);
        AssertCreates(after);
    }

    public static async Task AssertOffersAsync(NetworkCodeFix fix, string source, params string[] titles)
    {
        using var editor = new Editor(fix, [source]);
        Assert.Equal(titles, await editor.TitlesAsync());
    }

    /// <summary>Demands that sources compile without a diagnostic and that each of their networks can be created.</summary>
    public static void AssertCreates(params string[] sources)
    {
        GeneratorRun run = GeneratorRun.Of(sources);
        using var image = new MemoryStream();
        EmitResult result = run.Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("Fixed", isCollectible: true);
        try
        {
            Type[] networks = [.. context.LoadFromStream(image).GetTypes().Where(type => type.IsSubclassOf(typeof(Network)))];
            Assert.NotEmpty(networks);
            foreach (Type network in networks)
                Assert.NotNull(Activator.CreateInstance(network, BindingFlags.Public | BindingFlags.Instance, null, [0], null));
        }
        finally
        {
            context.Unload();
        }
    }
}
