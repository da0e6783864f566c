namespace LeNetGen.Tests;

/// <summary>
/// The folder of real data and golden answers that lies beside the project, or where LENETGEN_SHARED points. Tests that need it
/// are skipped with a reason where it is absent, but fail where CI=true.
/// </summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder in the shared folder; skips the calling test where there is none.</summary>
    public static string Require(params string[] path)
    {
        string? root = Root;
        if (root is null && Environment.GetEnvironmentVariable("CI") == "true")
            throw new InvalidOperationException("CI=true, but there is no shared folder: neither at LENETGEN_SHARED nor beside the checkout.");
        Skip.If(root is null, "There is no shared folder: neither at LENETGEN_SHARED nor beside the checkout.");
        return Path.Combine([root!, .. path]);
    }

    private static string? Root
    {
        get
        {
            if (Environment.GetEnvironmentVariable("LENETGEN_SHARED") is { Length: > 0 } given)
                return Directory.Exists(given) ? given : null;
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeNetGen.sln")))
                folder = folder.Parent;
            string? beside = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
            return Directory.Exists(beside) ? beside : null;
        }
    }
}
