using LeNetGen.Data;
using LeNetGen.Runtime.Tests.Data.Idx;

namespace LeNetGen.Runtime.Tests.Data;

public sealed class IdxDatasetTests : IDisposable
{
    private static readonly string[] Classes = ["a", "b", "c"];
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Load_ImagesAndLabels_BecomeADataset()
    {
        Dataset dataset = IdxDataset.Load(
            "letters",
            _folder.Write("images", IdxBytes.Images(2, 3, 4)),
            _folder.Write("labels", IdxBytes.Gzip(IdxBytes.Labels(2, 0))),
            Classes);
        Assert.Equal(("letters", 2, new Shape(1, 3, 4), true), (dataset.Name, dataset.Count, dataset.ImageShape, dataset.IsRaw));
        Assert.Equal<byte>([12, 13, 14], dataset.RawImage(1)[..3].ToArray());
        Assert.Equal((2, 0), (dataset.Label(0), dataset.Label(1)));
    }

    [Fact]
    public void Load_CountsThatDiffer_NamesBothFiles()
    {
        string images = _folder.Write("images", IdxBytes.Images(2, 3, 4)), labels = _folder.Write("labels", IdxBytes.Labels(2, 0, 1));
        AssertRefused(images, labels, $"'{images}' has 2 images, but '{labels}' has 3 labels.");
    }

    [Fact]
    public void Load_LabelOutOfRange_NamesItAndItsPlace()
    {
        string images = _folder.Write("images", IdxBytes.Images(3, 1, 1)), labels = _folder.Write("labels", IdxBytes.Labels(2, 3, 9));
        AssertRefused(images, labels, $"Label 1 in '{labels}' is 3, but letters has 3 classes, counted from 0.");
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertRefused(string images, string labels, string message) =>
        Assert.Equal(message, Assert.Throws<LeNetGenException>(() => IdxDataset.Load("letters", images, labels, Classes)).Message);
}
