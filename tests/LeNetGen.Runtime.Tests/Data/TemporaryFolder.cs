namespace LeNetGen.Runtime.Tests.Data;

/// <summary>A folder that a test has to itself, and that goes with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("lenetgen-").FullName;

    public string Path { get; }

    /// <summary>Writes a file, in a sub-folder if the name has one; returns its path.</summary>
    public string Write(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
