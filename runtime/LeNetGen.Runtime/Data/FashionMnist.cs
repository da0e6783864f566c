using System.Diagnostics.CodeAnalysis;
using LeNetGen.Data.Idx;
using LeNetGen.Data.Published;

namespace LeNetGen.Data;

/// <summary>
/// Fashion-MNIST: 60,000 training and 10,000 test images of clothes, 28 x 28, in ten classes (Xiao, Rasul, Vollgraf, 2017; Zalando SE, MIT
/// licence). It is looked for in a given folder only; or, where none is given, in the folder that the environment variable LENETGEN_DATA
/// names, then in a cache of the user's, then it is downloaded into that cache.
/// </summary>
/// <remarks>
/// A folder holds the four files themselves, or has a sub-folder <c>fashion-mnist</c> that does. They are called
/// <c>train-images-idx3-ubyte</c> and so on, or <c>train-images.idx3-ubyte</c>, with or without <c>.gz</c>.
/// </remarks>
public static class FashionMnist
{
    internal static PublishedSet Set { get; } = new(
        "Fashion-MNIST",
        "fashion-mnist",
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
        ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"],
        TrainingImages: new("train-images", IdxKind.Images, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        TrainingLabels: new("train-labels", IdxKind.Labels, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        TestImages: new("t10k-images", IdxKind.Images, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        TestLabels: new("t10k-labels", IdxKind.Labels, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));

    /// <summary>Loads the set.</summary>
    /// <param name="folder">The folder to look in, and in no other; or null.</param>
    /// <param name="notices">Told, in a sentence, what is being downloaded.</param>
    /// <exception cref="LeNetGenException">It is nowhere and cannot be downloaded, or one of its files is unsound.</exception>
    public static DataSplit Load(string? folder = null, IProgress<string>? notices = null) =>
        PublishedSetLoader.Load(Set, folder, DataLocations.OfThisProcess(), notices);

    /// <summary>Loads the set, if it is found, or can be downloaded.</summary>
    /// <param name="folder">The folder to look in, and in no other; or null.</param>
    /// <param name="split">The set.</param>
    /// <param name="reason">Where there is none: a sentence that says where it was looked for and how to get it.</param>
    /// <param name="notices">Told, in a sentence, what is being downloaded.</param>
    /// <exception cref="LeNetGenException">The given folder does not have the set, or one of its files is unsound.</exception>
    public static bool TryLoad(
        string? folder,
        [NotNullWhen(true)] out DataSplit? split,
        [NotNullWhen(false)] out string? reason,
        IProgress<string>? notices = null) =>
        PublishedSetLoader.TryLoad(Set, folder, DataLocations.OfThisProcess(), notices, out split, out reason);
}
