using System.Text;
using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Weights;

namespace LeNetGen.Runtime.Tests.Weights;

public sealed class SafetensorsWriteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "model.safetensors");

    [Fact]
    public void Write_TensorsAndMetadata_HaveTheFormatsBytes()
    {
        Safetensors.Write(
            FilePath,
            [SafetensorsTensor.FromSingles("b", [1, 2], [1f, -2f]), SafetensorsTensor.FromSingles("a", [], [0.5f])],
            new Dictionary<string, string> { ["z"] = "1", ["k"] = "v" });
        const string header =
            """{"__metadata__":{"k":"v","z":"1"},"b":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[],"data_offsets":[8,12]}}""";
        string padded = header.PadRight((header.Length + 7) / 8 * 8);
        byte[] expected = [.. SafetensorsBytes.Length((ulong)padded.Length), .. Encoding.UTF8.GetBytes(padded), 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0, 0, 0, 0x3f];
        Assert.Equal(expected, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Write_EveryType_IsReadBack()
    {
        float[] singles = [0, -0f, float.NaN, float.PositiveInfinity, float.Epsilon, float.MaxValue];
        Safetensors.Write(
            FilePath,
            [
                SafetensorsTensor.FromSingles("f \"ü\"\n", [3, 2], singles),
                SafetensorsTensor.FromDoubles("d", [1], [Math.PI]),
                SafetensorsTensor.FromInt64s("i", [2], [long.MinValue, 7]),
                SafetensorsTensor.FromSingles("none", [0, 4], []),
            ]);
        SafetensorsFile file = Safetensors.Read(FilePath);
        Assert.Equal(singles.Select(BitConverter.SingleToInt32Bits), file["f \"ü\"\n"].ToSingles().Select(BitConverter.SingleToInt32Bits));
        Assert.Equal([Math.PI], file["d"].ToDoubles());
        Assert.Equal([long.MinValue, 7], file["i"].ToInt64s());
        Assert.Equal<int>([0, 4], file["none"].Shape);
        Assert.Empty(file.Metadata);

        // Elements of 8 bytes come first, so that they lie at multiples of 8 although an odd number of floats may come with them.
        Assert.Equal(["d", "i"], file.Tensors.Take(2).Select(tensor => tensor.Name));
    }

    [Fact]
    public void Write_OverAFile_ReplacesItAndLeavesNothingElse()
    {
        File.WriteAllText(FilePath, "before");
        Safetensors.Write(FilePath, [SafetensorsTensor.FromSingles("a", [1], [1f])]);
        Assert.Equal([1f], Safetensors.Read(FilePath)["a"].ToSingles());
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_FailsHalfway_KeepsTheFileThatWasThere()
    {
        File.WriteAllText(FilePath, "before");
        Assert.Throws<LeNetGenException>(() => AtomicFile.Write(FilePath, file =>
        {
            file.Write([1, 2, 3]);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("before", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_IntoAMissingFolder_SaysSo()
    {
        string path = Path.Combine(_folder.Path, "absent", "model.safetensors");
        string message = Assert.Throws<LeNetGenException>(() => Safetensors.Write(path, [])).Message;
        Assert.StartsWith($"'{path}' cannot be written: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NameTwiceOrReserved_IsAnArgumentError()
    {
        SafetensorsTensor tensor = SafetensorsTensor.FromSingles("a", [1], [1f]);
        Assert.Throws<ArgumentException>(() => Safetensors.Write(FilePath, [tensor, tensor]));
        Assert.Throws<ArgumentException>(() => Safetensors.Write(FilePath, [SafetensorsTensor.FromSingles("__metadata__", [1], [1f])]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void FromSingles_ShapeOfAnotherLength_IsAnArgumentError() => Assert.Equal(
        "Tensor 'a' has 3 values, but its shape is F32 [2, 2]. (Parameter 'shape')",
        Assert.Throws<ArgumentException>(() => SafetensorsTensor.FromSingles("a", [2, 2], new float[3])).Message);

    public void Dispose() => _folder.Dispose();
}
