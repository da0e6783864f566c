using LeNetGen.Data;

namespace LeNetGen.Runtime.Tests.Data;

public sealed class DatasetTests
{
    private static readonly string[] Classes = ["left", "right"];
    private static readonly Shape Shape = new(1, 1, 2);

    [Fact]
    public void FromBytes_ImagesAndLabels_AreFoundByIndex()
    {
        Dataset dataset = Dataset.FromBytes("points", Shape, [1, 2, 3, 4, 5, 6], [0, 1, 0], Classes);
        Assert.Equal(("points", 3, Shape, true), (dataset.Name, dataset.Count, dataset.ImageShape, dataset.IsRaw));
        Assert.Equal<byte>([3, 4], dataset.RawImage(1).ToArray());
        Assert.Equal(1, dataset.Label(1));
        Assert.Throws<InvalidOperationException>(() => dataset.FloatImage(0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.RawImage(3).Length);
    }

    [Fact]
    public void FromFloats_ImagesAndLabels_AreFoundByIndex()
    {
        Dataset dataset = Dataset.FromFloats("points", Shape, [1, 2, 3, 4], [0, 1], Classes);
        Assert.False(dataset.IsRaw);
        Assert.Equal<float>([3, 4], dataset.FloatImage(1).ToArray());
        Assert.Throws<InvalidOperationException>(() => dataset.RawImage(0).Length);
    }

    [Fact]
    public void Slice_OfASlice_IsAViewOfTheSameImages()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6, 7, 8];
        Dataset slice = Dataset.FromBytes("points", Shape, pixels, [0, 1, 0, 1], Classes).Slice(1, 3).Slice(1, 2);
        Assert.Equal(2, slice.Count);
        pixels[6] = 99;
        Assert.Equal<byte>([99, 8], slice.RawImage(1).ToArray());
        Assert.Equal(1, slice.Label(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => slice.RawImage(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => slice.Slice(1, 2));
    }

    [Fact]
    public void FromBytes_CountsThatDoNotAgree_NamesThem() => Assert.Equal(
        "'points' has 5 pixels, but 3 labelled images of 1@1x2 need 6.",
        Assert.Throws<LeNetGenException>(() => Dataset.FromBytes("points", Shape, new byte[5], new byte[3], Classes)).Message);

    [Fact]
    public void FromFloats_LabelOutOfRange_NamesIt() => Assert.Equal(
        "Label 1 of 'points' is 2, but there are 2 classes.",
        Assert.Throws<LeNetGenException>(() => Dataset.FromFloats("points", Shape, new float[6], [0, 2, 1], Classes)).Message);
}
