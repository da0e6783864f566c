using LeNetGen.Package.Tests.Processes;
using LeNetGen.Runtime.Tests.Data;

namespace LeNetGen.Package.Tests;

/// <summary>
/// The package, packed into a feed of its own, and a folder for packages of its own, so that no test ever sees an older LeNetGen. What comes
/// from elsewhere is taken from the machine's folder where it has been restored before.
/// </summary>
public sealed class PackedPackage : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PackedPackage()
    {
        Pack(Feed);
        string machinePackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write("NuGet.config", $"""
            <configuration>
              <packageSources>
                <add key="lenetgen" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{Directory.CreateDirectory(machinePackages).FullName}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>The version that is in the feed, and nowhere else.</summary>
    public const string Version = "0.1.0-tested";

    /// <summary>The folder of the feed.</summary>
    public string Feed => Path.Combine(_folder.Path, "feed");

    /// <summary>The path of a file or folder beside the feed, where consumers' projects lie.</summary>
    public string PathOf(params string[] parts) => Path.Combine([_folder.Path, .. parts]);

    /// <summary>Packs what has been built with the tests.</summary>
    public static void Pack(string feed) => Command.Dotnet(
        Repository.Root,
        new Dictionary<string, string>(),
        "pack", "runtime/LeNetGen.Runtime", "--no-build", "-c", Repository.Configuration, "-o", feed, $"-p:Version={Version}", "-v", "q")
        .Succeeded();

    /// <summary>Writes a file of a consumer's project.</summary>
    public void Write(string name, string content) => _folder.Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Runs the SDK's command line in a folder beside the feed.</summary>
    internal Command Dotnet(string folder, params string[] arguments) => Command.Dotnet(
        PathOf(folder),
        new Dictionary<string, string> { ["NUGET_PACKAGES"] = PathOf("packages") },
        arguments);

    public void Dispose() => _folder.Dispose();
}
