using System.Reflection;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>Where a diagnostic's page is read.</summary>
internal static class HelpLink
{
    /// <summary>Where the pages lie in the repository.</summary>
    public const string Folder = "docs/diagnostics";

    /// <summary>The property of Directory.Build.props that the build writes into the assembly; absent where it is empty.</summary>
    private static readonly string? s_repository = typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "RepositoryUrl")?
        .Value;

    /// <summary>The address of a diagnostic's page.</summary>
    public static string Of(string id) => Of(id, s_repository);

    /// <summary>The address of a diagnostic's page on the repository's default branch, or its path if the repository has no address.</summary>
    public static string Of(string id, string? repository) =>
        (string.IsNullOrEmpty(repository) ? "" : $"{repository!.TrimEnd('/')}/blob/HEAD/") + $"{Folder}/{id}.md";
}
