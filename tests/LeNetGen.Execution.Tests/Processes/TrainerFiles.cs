using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Runtime.Tests.Data.Idx;

namespace LeNetGen.Execution.Tests.Processes;

/// <summary>A folder of what the trainer is given: a small MNIST, sound and truncated, weights, and an output folder that is no good.</summary>
public sealed class TrainerFiles : IDisposable
{
    private const int TrainingImages = 320;
    private const int TestImages = 64;
    private const int Size = 28;

    private readonly TemporaryFolder _folder = new();

    public TrainerFiles()
    {
        foreach (string set in (string[])["sound", "truncated"])
        {
            foreach ((string stem, int count) in ((string, int)[])[("train", TrainingImages), ("t10k", TestImages)])
            {
                byte[] labels = [.. Enumerable.Range(0, count).Select(image => (byte)(image % 10))];
                _folder.Write($"{set}/{stem}-images-idx3-ubyte", IdxBytes.Images(count, Size, Size));
                _folder.Write($"{set}/{stem}-labels-idx1-ubyte", IdxBytes.Labels(labels));
            }
        }

        Truncate("truncated/t10k-images-idx3-ubyte", 16 + TestImages * Size * Size - 1);
        new Mlp(1).Save(PathOf("mlp.safetensors"));
        new Mlp(1).Save(PathOf("truncated.safetensors"));
        Truncate("truncated.safetensors", 1000);
        Directory.CreateDirectory(PathOf("occupied/report.html"));
        _folder.Write("text.safetensors", "text, no tensors\n"u8.ToArray());
    }

    /// <summary>The folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>The path of a file or folder in it.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => _folder.Dispose();

    private void Truncate(string name, int length)
    {
        using FileStream file = File.OpenWrite(PathOf(name));
        file.SetLength(length);
    }
}
