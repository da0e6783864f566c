namespace LeNetGen.Data.Published;

/// <summary>A data set that others have published as four IDX files.</summary>
/// <param name="Name">What the set is called.</param>
/// <param name="FolderName">The sub-folder that it lies in, where several sets lie in one folder.</param>
/// <param name="ClassNames">What each label stands for.</param>
/// <param name="Mirrors">The addresses to download from, up to the file's name; tried in order.</param>
/// <param name="TrainingImages">The images to learn from.</param>
/// <param name="TrainingLabels">Their labels.</param>
/// <param name="TestImages">The images to test on.</param>
/// <param name="TestLabels">Their labels.</param>
internal sealed record PublishedSet(
    string Name,
    string FolderName,
    IReadOnlyList<string> ClassNames,
    IReadOnlyList<string> Mirrors,
    PublishedFile TrainingImages,
    PublishedFile TrainingLabels,
    PublishedFile TestImages,
    PublishedFile TestLabels)
{
    /// <summary>The four files; the small ones first, so that a mirror that has nothing is known soon.</summary>
    public IReadOnlyList<PublishedFile> Files => [TestLabels, TrainingLabels, TestImages, TrainingImages];
}
