using System.Runtime.InteropServices;
using LeNetGen.Package.Tests.Processes;

namespace LeNetGen.Package.Tests.Embedded;

/// <summary>What publishing the digit recogniser leaves: one small file, for processors that have its vectors.</summary>
[Collection(nameof(PublishedSample))]
public sealed class PublishedFormsTests(PublishedSample sample)
{
    /// <summary>What the README promises of the executable.</summary>
    private const int MostBytes = 1_800_000;

    // The sizes at their last change, in bytes, on linux-x64. Growth is to be meant: whoever means it writes it down here.
    private const int ExecutableBytes = 1_508_448;
    private const int LibraryBytes = 1_261_072;
    private const int ReadyToRunBytes = 1_621_761;

    [SkippableFact]
    public void Executable_IsOneSmallFile()
    {
        AssertFiles(sample.Native, sample.Native);
        Assert.InRange(new FileInfo(Repository.PathOf("samples", "Embedded", "digits.safetensors")).Length, 1, 250_000);
        Assert.InRange(new FileInfo(sample.Native).Length, 1, MostBytes);
        AssertSize(sample.Native, ExecutableBytes);
    }

    [SkippableFact]
    public void Library_IsOneSmallFile_WithItsHeader()
    {
        AssertFiles(sample.Library, Path.ChangeExtension(sample.Library, ".h"), sample.Library);
        AssertSize(sample.Library, LibraryBytes);
    }

    [SkippableFact]
    public void ReadyToRun_IsOneSmallFile()
    {
        AssertFiles(sample.ReadyToRun, sample.ReadyToRun);
        AssertSize(sample.ReadyToRun, ReadyToRunBytes);
    }

    [SkippableFact]
    public void Executable_WithoutFma_IsWarnedOf_AndRefusesToCompute()
    {
        NativeToolchain.Require();
        Skip.IfNot(RuntimeInformation.ProcessArchitecture == Architecture.X64, "Other processors have no choice of vectors.");
        Command publish = sample.TryPublish("software", out string folder, "-p:IlcInstructionSet=sse4.2").Succeeded();
        Assert.Contains(
            "Embedded.csproj : warning LNG5005: IlcInstructionSet is 'sse4.2', which has no FMA: networks will be computed without "
            + "vectors, some three hundred times slower; remove it, or set LeNetGenVectors to v3, v4 or native.",
            publish.Output,
            StringComparison.Ordinal);
        Command run = Command.Run(Path.Combine(folder, Path.GetFileName(sample.Native)), sample.Write("one.idx", DigitImages.Synthetic(1)));
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            "This program was published without the vector instructions of this processor, without which it would be some three hundred "
            + "times slower: publish it with LeNetGenVectors set to v3, v4 or native.\n",
            run.Error);
    }

    [SkippableFact]
    public void Executable_ForUnknownVectors_IsOneError_AndNoFile()
    {
        Skip.IfNot(RuntimeInformation.ProcessArchitecture == Architecture.X64, "Other processors have no choice of vectors.");
        Command publish = sample.TryPublish("unknown", out string folder, "-p:LeNetGenVectors=v5");
        Assert.NotEqual(0, publish.ExitCode);
        string[] errors = [.. publish.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
        Assert.StartsWith(
            "Embedded.csproj : error LNG5004: The property LeNetGenVectors is 'v5'; it takes v3, v4 or native.",
            Assert.Single(errors),
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    /// <summary>Demands that these, in the order of their names, are all files of a published folder.</summary>
    private static void AssertFiles(string published, params string[] files) => Assert.Equal(
        files, Directory.GetFiles(Path.GetDirectoryName(published)!, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));

    /// <summary>Demands that a file has grown by 5 % at most.</summary>
    private static void AssertSize(string file, int baseline)
    {
        Skip.IfNot(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The baselines are those of linux-x64.");
        Assert.InRange(new FileInfo(file).Length, 1, baseline * 105L / 100);
    }
}
