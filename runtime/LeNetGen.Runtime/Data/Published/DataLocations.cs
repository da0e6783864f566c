namespace LeNetGen.Data.Published;

/// <summary>Where published sets may be, apart from a folder that the caller gives.</summary>
/// <param name="DataFolder">The folder that LENETGEN_DATA names; null where it names none.</param>
/// <param name="CacheFolder">The folder of the user's cache, which need not exist; null where the user has none.</param>
/// <param name="Network">What reaches the mirrors.</param>
/// <param name="Patience">How long a mirror may be silent.</param>
internal sealed record DataLocations(string? DataFolder, string? CacheFolder, Func<HttpMessageHandler> Network, TimeSpan Patience)
{
    /// <summary>The environment variable that names a folder of data.</summary>
    public const string Variable = "LENETGEN_DATA";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(8);

    /// <summary>Those of the running process.</summary>
    public static DataLocations OfThisProcess()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        string cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new DataLocations(
            string.IsNullOrWhiteSpace(folder) ? null : folder,
            cache.Length == 0 ? null : Path.Combine(cache, "LeNetGen"),
            () => new SocketsHttpHandler { ConnectTimeout = ConnectTimeout },
            AnswerTimeout);
    }
}
