using System.Diagnostics.CodeAnalysis;

namespace LeNetGen.Data.Published;

/// <summary>Finds a published set and reads it.</summary>
internal static class PublishedSetLoader
{
    /// <inheritdoc cref="FashionMnist.Load"/>
    public static DataSplit Load(PublishedSet set, string? folder, DataLocations locations, IProgress<string>? notices) =>
        TryLoad(set, folder, locations, notices, out DataSplit? split, out string? reason) ? split : throw new LeNetGenException(reason);

    /// <inheritdoc cref="FashionMnist.TryLoad"/>
    public static bool TryLoad(
        PublishedSet set, string? folder, DataLocations locations, IProgress<string>? notices,
        [NotNullWhen(true)] out DataSplit? split, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        string? found = folder is null ? Find(set, locations, notices, out reason) : FindGiven(set, folder);
        split = found is null ? null : Read(set, found);
        return split is not null;
    }

    private static string FindGiven(PublishedSet set, string folder)
    {
        if (!Directory.Exists(folder))
            throw new LeNetGenException($"There is no folder '{folder}'.");
        if (FindIn(set, folder, out PublishedSet? other) is { } found)
            return found;
        throw new LeNetGenException(other is not null
            ? $"The folder '{folder}' has {other.Name}, not {set.Name}."
            : $"The folder '{folder}' does not have {set.Name}: neither it nor its sub-folder '{set.FolderName}' has {NameFiles(set)}.");
    }

    private static string? Find(PublishedSet set, DataLocations locations, IProgress<string>? notices, out string? reason)
    {
        string variable = $"{DataLocations.Variable} is not set";
        reason = null;
        if (locations.DataFolder is { } named)
        {
            if (!Directory.Exists(named))
                throw new LeNetGenException($"{DataLocations.Variable} names the folder '{named}', which does not exist.");
            if (FindIn(set, named, out _) is { } found)
                return found;
            variable = $"the folder '{named}', which {DataLocations.Variable} names, does not have it";
        }

        PublishedSetCache cache = new(set, locations);
        if (cache.Complete(notices) is not { } failure)
            return cache.Folder;
        reason = $"{set.Name} was not found: {variable}, and {failure}; "
            + $"to have it, put {NameFiles(set)} into a folder and set {DataLocations.Variable} to that folder.";
        return null;
    }

    /// <summary>
    /// The folder that has all files: this one or its sub-folder. Null where neither has any of them, or where they are those of
    /// another published set, which has the same file names; the labels of its test images tell.
    /// </summary>
    private static string? FindIn(PublishedSet set, string folder, out PublishedSet? other)
    {
        other = null;
        foreach (string candidate in (ReadOnlySpan<string>)[folder, Path.Combine(folder, set.FolderName)])
        {
            if (set.Files.All(file => file.FindIn(candidate) is null))
                continue;
            foreach (PublishedFile file in set.Files)
            {
                if (file.FindIn(candidate) is null)
                {
                    throw new LeNetGenException(
                        $"The folder '{candidate}' has only some files of {set.Name}: '{file.DownloadName}' is missing.");
                }
            }

            other = OtherSetIn(set, candidate);
            if (other is null)
                return candidate;
        }

        return null;
    }

    private static PublishedSet? OtherSetIn(PublishedSet set, string folder)
    {
        string path = set.TestLabels.FindIn(folder)!;
        foreach (PublishedSet other in (ReadOnlySpan<PublishedSet>)[Mnist.Set, FashionMnist.Set])
        {
            if (other.Name != set.Name && other.TestLabels.IsContentOf(path))
                return other;
        }

        return null;
    }

    private static DataSplit Read(PublishedSet set, string folder)
    {
        Dataset? training = null, test = null;
        try
        {
            Parallel.Invoke(
                () => training = Read(set, folder, set.TrainingImages, set.TrainingLabels),
                () => test = Read(set, folder, set.TestImages, set.TestLabels));
        }
        catch (AggregateException error) when (error.InnerExceptions.OfType<LeNetGenException>().FirstOrDefault() is { } first)
        {
            throw first;
        }

        if (training!.ImageShape != test!.ImageShape)
        {
            throw new LeNetGenException(
                $"The training images in '{folder}' are {training.ImageShape}, but the test images are {test.ImageShape}.");
        }

        return new DataSplit(training, test) { Origin = folder };
    }

    private static Dataset Read(PublishedSet set, string folder, PublishedFile images, PublishedFile labels) =>
        IdxDataset.Load(set.Name, images.FindIn(folder)!, labels.FindIn(folder)!, set.ClassNames);

    private static string NameFiles(PublishedSet set) => "the files " + string.Join(", ", set.Files.Select(file => file.DownloadName));
}
