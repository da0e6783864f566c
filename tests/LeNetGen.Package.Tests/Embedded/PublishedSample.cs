using LeNetGen.Package.Tests.Processes;
using LeNetGen.Runtime.Tests.Data;

namespace LeNetGen.Package.Tests.Embedded;

/// <summary>
/// samples/Embedded as the README publishes it, and built for the runtime that runs the tests; each form once for all tests.
/// </summary>
public sealed class PublishedSample : IDisposable
{
    private const string Project = "samples/Embedded";
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _native;
    private readonly Lazy<string> _managed;
    private readonly Lazy<string> _wide;
    private readonly Lazy<string> _readyToRun;
    private readonly Lazy<string> _library;
    private readonly Lazy<string> _program;

    public PublishedSample()
    {
        _native = new Lazy<string>(() => Publish("native", "digits"));
        _managed = new Lazy<string>(() => Publish("managed", "digits.dll", "-p:PublishAot=false"));
        _wide = new Lazy<string>(() => Publish("wide", "digits", "-p:LeNetGenVectors=v4"));
        _readyToRun = new Lazy<string>(
            () => Publish("ready", "digits", "-p:Deployment=ReadyToRun", $"-p:DeploymentFramework=net{Environment.Version.ToString(2)}"));
        _library = new Lazy<string>(() => Publish("library", "digits.so", "-p:Deployment=Library"));
        _program = new Lazy<string>(CompileC);
    }

    /// <summary>The path of the native executable; skips the calling test where it cannot be linked.</summary>
    public string Native => Linked(_native);

    /// <summary>The path of a native executable with vectors of 512 bits.</summary>
    public string Wide => Linked(_wide);

    /// <summary>The path of the executable that is compiled to native code, but needs the runtime.</summary>
    public string ReadyToRun => _readyToRun.Value;

    /// <summary>The path of the native library, beside which its header lies.</summary>
    public string Library => Linked(_library);

    /// <summary>The path of a C program that calls every function of the library: see <c>program.c</c>.</summary>
    public string CProgram => Linked(_program);

    /// <summary>Runs it by the runtime, at a vector width.</summary>
    internal Command RunManaged(string width, params string[] arguments)
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
        return Command.Dotnet(folder, new Dictionary<string, string>(), ["digits.dll", .. arguments]).Succeeded();
    }

    /// <summary>Writes a file for the program to read; returns its path.</summary>
    public string Write(string name, byte[] content) => _folder.Write(name, content);

    public void Dispose() => _folder.Dispose();

    /// <summary>Publishes it in yet another way.</summary>
    /// <param name="folder">The name of the folder that receives it.</param>
    /// <param name="output">The path of that folder.</param>
    /// <param name="properties">Arguments that set properties.</param>
    internal Command TryPublish(string folder, out string output, params string[] properties)
    {
        output = Path.Combine(_folder.Path, folder);
        return Command.Dotnet(
            Repository.Root,
            new Dictionary<string, string>(),
            ["publish", Project, "-c", Repository.Configuration, "-v", "q", "-o", output, .. properties]);
    }

    private string Publish(string folder, string program, params string[] properties)
    {
        TryPublish(folder, out string output, properties).Succeeded();
        return Path.Combine(output, program);
    }

    private static string Linked(Lazy<string> path)
    {
        NativeToolchain.Require();
        return path.Value;
    }

    private string CompileC()
    {
        string folder = Path.GetDirectoryName(Library)!, program = Path.Combine(_folder.Path, "program");
        Command.Run(
            NativeToolchain.CCompiler!,
            "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I", folder,
            Repository.PathOf("tests", "LeNetGen.Package.Tests", "Embedded", "program.c"), _library.Value,
            "-o", program, $"-Wl,-rpath,{folder}").Succeeded();
        return program;
    }
}
