using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Tests.Reference;
using LeNetGen.Weights;
using static LeNetGen.Layers;

namespace LeNetGen.Tests.Execution;

/// <summary>Parameters that several calls of a layer use.</summary>
public sealed class SharedLayerTests : IDisposable
{
    private static readonly NetworkDefinition s_shared = Traced.Network("Shared", new Shape(1, 3, 3), ["Conv", "Dense"], image =>
        Flatten(image.Conv("Conv", 1, 3).Conv("Conv", 1, 3)).Dense("Dense", 2));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Layer_OfEveryCall_IsAViewOfTheSameParameters()
    {
        var network = new InterpretedNetwork(s_shared);
        network.Layer("Conv_2").Weight.Values[4] = 7;
        network.Layer("Conv_2").Bias.Values[0] = -3;

        Assert.Equal(7, network.Layer("Conv").Weight.Values[4]);
        Assert.Equal(-3, network.Layer("Conv").Bias.Values[0]);
        Assert.Equal([1, 1, 3, 3], network.Layer("Conv_2").Weight.Shape);
        Assert.Equal(7, network.Parameters[4]);
        Assert.Throws<ArgumentException>(() => network.Layer("Flatten_1"));
    }

    [Fact]
    public void Save_SharedLayers_HasEachTensorOnce()
    {
        var network = new InterpretedNetwork(s_shared, seed: 5);
        string path = Path.Combine(_folder.Path, "shared.safetensors");
        network.Save(path);

        Assert.Equal(
            ["Conv.bias", "Conv.weight", "Dense.bias", "Dense.weight"],
            Safetensors.Read(path).Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
        var loaded = new InterpretedNetwork(s_shared, seed: 6);
        loaded.LoadParameters(path);
        Bits.AssertEqual(network.Parameters, loaded.Parameters);
    }

    public void Dispose() => _folder.Dispose();
}
