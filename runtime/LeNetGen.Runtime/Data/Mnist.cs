using System.Diagnostics.CodeAnalysis;
using LeNetGen.Data.Idx;
using LeNetGen.Data.Published;

namespace LeNetGen.Data;

/// <summary>
/// MNIST: 60,000 training and 10,000 test images of handwritten digits, 28 x 28 (LeCun, Cortes, Burges; CC BY-SA 3.0). It is looked for in
/// a given folder only; or, where none is given, in the folder that the environment variable LENETGEN_DATA names, then in a cache of the
/// user's, then it is downloaded into that cache.
/// </summary>
/// <remarks>
/// A folder holds the four files themselves, or has a sub-folder <c>mnist</c> that does. They are called
/// <c>train-images-idx3-ubyte</c> and so on, or <c>train-images.idx3-ubyte</c>, with or without <c>.gz</c>.
/// </remarks>
public static class Mnist
{
    internal static PublishedSet Set { get; } = new(
        "MNIST",
        "mnist",
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"],
        TrainingImages: new("train-images", IdxKind.Images, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        TrainingLabels: new("train-labels", IdxKind.Labels, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        TestImages: new("t10k-images", IdxKind.Images, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        TestLabels: new("t10k-labels", IdxKind.Labels, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    /// <inheritdoc cref="FashionMnist.Load"/>
    public static DataSplit Load(string? folder = null, IProgress<string>? notices = null) =>
        PublishedSetLoader.Load(Set, folder, DataLocations.OfThisProcess(), notices);

    /// <inheritdoc cref="FashionMnist.TryLoad"/>
    public static bool TryLoad(
        string? folder,
        [NotNullWhen(true)] out DataSplit? split,
        [NotNullWhen(false)] out string? reason,
        IProgress<string>? notices = null) =>
        PublishedSetLoader.TryLoad(Set, folder, DataLocations.OfThisProcess(), notices, out split, out reason);
}
