using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Weights;

namespace LeNetGen.Runtime.Tests.Weights;

public sealed class NetworkWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "tiny.safetensors");

    [Fact]
    public void LoadInto_SavedNetwork_HasItsParametersBitForBit()
    {
        TinyNetwork saved = new(), loaded = new();
        CountUp(saved);
        saved.Parameters[3] = -0f;
        saved.Parameters[4] = float.NaN;
        NetworkWeights.Save(saved, FilePath);
        NetworkWeights.LoadInto(loaded, FilePath);
        Assert.Equal(Bits(saved), Bits(loaded));
        Assert.Equal(["c1.weight", "c1.bias", "d1.weight", "d1.bias"], Safetensors.Read(FilePath).Tensors.Select(tensor => tensor.Name));
        Assert.Equal("Tiny", Safetensors.Read(FilePath).Metadata["network"]);
    }

    [Fact]
    public void Save_Twice_GivesTheSameBytes()
    {
        NetworkWeights.Save(new TinyNetwork(), FilePath);
        byte[] first = File.ReadAllBytes(FilePath);
        NetworkWeights.Save(new TinyNetwork(), FilePath);
        Assert.Equal(first, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void LoadInto_TensorMissing_NamesIt() => AssertRefused(
        Tensors().Where(tensor => tensor.Name != "d1.bias"),
        $"'{FilePath}' has no tensor 'd1.bias', for which network 'Tiny' needs F32 [3].");

    [Fact]
    public void LoadInto_TensorOfAnotherShape_NamesBothShapes() => AssertRefused(
        Tensors().Select(tensor => tensor.Name == "d1.weight" ? SafetensorsTensor.FromSingles("d1.weight", [8, 3], new float[24]) : tensor),
        $"Tensor 'd1.weight' in '{FilePath}' is F32 [8, 3], but network 'Tiny' needs F32 [3, 8].");

    [Fact]
    public void LoadInto_TensorOfAnotherType_NamesBothTypes() => AssertRefused(
        Tensors().Select(tensor => tensor.Name == "c1.bias" ? SafetensorsTensor.FromDoubles("c1.bias", [2], new double[2]) : tensor),
        $"Tensor 'c1.bias' in '{FilePath}' is F64 [2], but network 'Tiny' needs F32 [2].");

    [Fact]
    public void LoadInto_TensorTooMany_NamesIt() => AssertRefused(
        Tensors().Append(SafetensorsTensor.FromSingles("d2.bias", [1], [1f])),
        $"'{FilePath}' has the tensor 'd2.bias', which network 'Tiny' does not have.");

    [Fact]
    public void LoadInto_TruncatedFile_NamesIt()
    {
        NetworkWeights.Save(new TinyNetwork(), FilePath);
        File.WriteAllBytes(FilePath, File.ReadAllBytes(FilePath)[..^1]);
        TinyNetwork network = new();
        Assert.Equal(
            $"Tensor 'd1.bias' in '{FilePath}' ends at byte 148, but only 147 bytes follow the header.",
            Assert.Throws<LeNetGenException>(() => NetworkWeights.LoadInto(network, FilePath)).Message);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<SafetensorsTensor> Tensors() => new TinyNetwork().Definition.Parameters
        .Select(parameter => SafetensorsTensor.FromSingles(parameter.Name, parameter.Shape, new float[parameter.Length]));

    private static void CountUp(TinyNetwork network)
    {
        for (int index = 0; index < network.Parameters.Length; index++)
            network.Parameters[index] = index + 0.1f;
    }

    private static int[] Bits(TinyNetwork network) => [.. network.Parameters.ToArray().Select(BitConverter.SingleToInt32Bits)];

    private void AssertRefused(IEnumerable<SafetensorsTensor> tensors, string message)
    {
        Safetensors.Write(FilePath, tensors);
        TinyNetwork network = new();
        CountUp(network);
        int[] before = Bits(network);
        Assert.Equal(message, Assert.Throws<LeNetGenException>(() => NetworkWeights.LoadInto(network, FilePath)).Message);
        Assert.Equal(before, Bits(network));
    }
}
