using LeNetGen.Package.Tests.Processes;
using LeNetGen.Runtime.Tests.Data;

namespace LeNetGen.Package.Tests.Embedded;

/// <summary>samples/Embedded as the README publishes it, and built for the runtime that runs the tests.</summary>
public sealed class PublishedSample : IDisposable
{
    private const string Project = "samples/Embedded";
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _native;
    private readonly Lazy<string> _managed;
    private readonly Lazy<string> _wide;
    private readonly Lazy<string> _readyToRun;
    private readonly Lazy<string> _library;

    public PublishedSample()
    {
        _native = new Lazy<string>(() => Publish("native", "digits"));
        _managed = new Lazy<string>(() => Publish("managed", "digits.dll", "-p:PublishAot=false"));
        _wide = new Lazy<string>(() => Publish("wide", "digits", "-p:LeNetGenVectors=v4"));
        _readyToRun = new Lazy<string>(
            () => Publish("ready", "digits", "-p:Deployment=ReadyToRun", $"-p:DeploymentFramework=net{Environment.Version.ToString(2)}"));
        _library = new Lazy<string>(() => Publish("library", "digits.so", "-p:Deployment=Library"));
    }

    /// <summary>The path of the native executable; skips the calling test where it cannot be linked.</summary>
    public string Native
    {
        get
        {
            NativeToolchain.Require();
            return _native.Value;
        }
    }

    /// <summary>Its folder.</summary>
    public string NativeFolder => Path.GetDirectoryName(Native)!;

    /// <summary>The path of a native executable with vectors of 512 bits.</summary>
    public string Wide
    {
        get
        {
            NativeToolchain.Require();
            return _wide.Value;
        }
    }

    /// <summary>The path of the executable that is compiled to native code, but needs the runtime.</summary>
    public string ReadyToRun => _readyToRun.Value;

    /// <summary>Compiles a C program against the native library; returns the program's path.</summary>
    public string CompileC(string source)
    {
        NativeToolchain.Require();
        string folder = Path.GetDirectoryName(_library.Value)!;
        string program = Path.Combine(folder, "program");
        _folder.Write("library/program.c", System.Text.Encoding.UTF8.GetBytes(source));
        Command.Run(
            NativeToolchain.CCompiler!,
            "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I", folder, Path.Combine(folder, "program.c"), _library.Value,
            "-o", program, $"-Wl,-rpath,{folder}").Succeeded();
        return program;
    }

    /// <summary>Runs it by the runtime, at a vector width.</summary>
    public string RunManaged(string width, params string[] arguments)
    {
        // The setting is read from beside the program, so each width has a program of its own.
        string folder = Path.Combine(_folder.Path, "managed-" + width);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(_managed.Value)!))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        string settings = Path.Combine(folder, "digits.runtimeconfig.json");
        string before = File.ReadAllText(settings);
        string after = before.Replace("\"configProperties\": {", $"\"configProperties\": {{ \"LeNetGen.VectorWidth\": \"{width}\",");
        Assert.NotEqual(before, after);
        File.WriteAllText(settings, after);
        return Command.Dotnet(folder, new Dictionary<string, string>(), ["digits.dll", .. arguments]).Succeeded().Output;
    }

    /// <summary>Writes a file for the program to read; returns its path.</summary>
    public string Write(string name, byte[] content) => _folder.Write(name, content);

    public void Dispose() => _folder.Dispose();

    private string Publish(string folder, string program, params string[] properties)
    {
        string output = Path.Combine(_folder.Path, folder);
        Command.Dotnet(
            Repository.Root,
            new Dictionary<string, string>(),
            ["publish", Project, "-c", Repository.Configuration, "-v", "q", "-o", output, .. properties])
            .Succeeded();
        return Path.Combine(output, program);
    }
}
