using LeNetGen.Package.Tests.Processes;

namespace LeNetGen.Package.Tests;

/// <summary>What NativeAOT links with, beside the SDK.</summary>
internal static class NativeToolchain
{
    /// <summary>Skips the calling test where there is no C compiler; fails where CI=true.</summary>
    public static void Require()
    {
        bool isThere = OperatingSystem.IsWindows() || CCompiler is not null;
        if (!isThere && Environment.GetEnvironmentVariable("CI") == "true")
            throw new InvalidOperationException("CI=true, but there is neither clang nor gcc.");
        Skip.IfNot(isThere, "There is neither clang nor gcc, with one of which NativeAOT links.");
    }

    /// <summary>The path of clang, else gcc; null where there is neither.</summary>
    public static string? CCompiler { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "clang"), Path.Combine(folder, "gcc") })
        .Where(File.Exists)
        .OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)
        .FirstOrDefault();
}
