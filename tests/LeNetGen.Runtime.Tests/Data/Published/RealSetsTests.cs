using LeNetGen.Data;
using LeNetGen.Data.Published;
using LeNetGen.Tests;

namespace LeNetGen.Runtime.Tests.Data.Published;

public sealed class RealSetsTests
{
    [SkippableFact]
    public void FashionMnist_SharedFolder_HasThePublishedFiles() => AssertPublished(
        FashionMnist.Load(SharedData.Require("data")), FashionMnist.Set, SharedData.Require("data", "fashion-mnist"), "Ankle boot", firstLabel: 9);

    [SkippableFact]
    public void Mnist_SharedFolder_HasThePublishedFiles() => AssertPublished(
        Mnist.Load(SharedData.Require("data", "mnist")), Mnist.Set, SharedData.Require("data", "mnist"), "9", firstLabel: 5);

    [SkippableFact]
    public void FashionMnist_FolderOfMnist_IsToldFromIt()
    {
        string folder = SharedData.Require("data", "mnist");
        Assert.Equal(
            $"The folder '{folder}' has MNIST, not Fashion-MNIST.",
            Assert.Throws<LeNetGenException>(() => FashionMnist.Load(folder)).Message);
    }

    [SkippableFact]
    public void Mnist_VariableNamesAFolderOfFashionMnist_IsNotFoundThere()
    {
        DataLocations locations = new(SharedData.Require("data", "fashion-mnist"), null, () => new FakeMirrors(isReachable: false), TimeSpan.FromSeconds(30));
        Assert.False(PublishedSetLoader.TryLoad(Mnist.Set, null, locations, null, out _, out string? reason));
        Assert.Contains("which LENETGEN_DATA names, does not have it", reason, StringComparison.Ordinal);
    }

    private static void AssertPublished(DataSplit split, PublishedSet set, string folder, string lastClass, int firstLabel)
    {
        Assert.Equal(folder, split.Origin);
        Assert.Equal((60_000, 10_000), (split.Training.Count, split.Test.Count));
        Assert.Equal(new Shape(1, 28, 28), split.Training.ImageShape);
        Assert.Equal(lastClass, split.Training.ClassNames[9]);
        Assert.Equal(firstLabel, split.Training.Label(0));
        Assert.All(set.Files, file => Assert.True(file.IsContentOf(file.FindIn(folder)!)));
    }
}
