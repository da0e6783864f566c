using LeNetGen.Data.Idx;

namespace LeNetGen.Data.Published;

/// <summary>
/// The user's cache of one published set. A file there is complete and has the published digest, or counts as absent: it is downloaded
/// under another name, checked, and then moved.
/// </summary>
internal sealed class PublishedSetCache(PublishedSet set, DataLocations locations)
{
    /// <summary>The set's folder in the cache; null where the user has no cache.</summary>
    public string? Folder { get; } = locations.CacheFolder is { } cache ? Path.Combine(cache, set.FolderName) : null;

    /// <summary>Downloads the files that are not there.</summary>
    /// <returns>Null when all are there now, else why not, as a clause of a sentence.</returns>
    public string? Complete(IProgress<string>? notices)
    {
        if (Folder is null)
            return "there is no folder for a cache of downloads";
        List<PublishedFile> missing = [.. set.Files.AsParallel().AsOrdered().Where(file => !IsPresent(file))];
        if (missing.Count == 0)
            return null;
        using HttpClient network = new(locations.Network()) { Timeout = Timeout.InfiniteTimeSpan };
        List<string> failures = [];
        foreach (string address in set.Mirrors)
        {
            try
            {
                Directory.CreateDirectory(Folder);
                while (missing is [PublishedFile file, ..])
                {
                    notices?.Report($"Downloading {set.Name}: {address}{file.DownloadName}");
                    Fetch(file, new Mirror(network, address, locations.Patience));
                    missing.RemoveAt(0);
                }

                return null;
            }
            catch (Exception error) when (error is HttpRequestException or LeNetGenException or IOException or UnauthorizedAccessException)
            {
                failures.Add($"from {address} failed ({error.Message.TrimEnd('.')})");
            }
        }

        return $"downloading it into '{Folder}' " + string.Join(" and ", failures);
    }

    // Under the name that it is downloaded to, and no other.
    private bool IsPresent(PublishedFile file)
    {
        string path = Path.Combine(Folder!, file.DownloadName);
        return File.Exists(path) && file.IsContentOf(path);
    }

    private void Fetch(PublishedFile file, Mirror mirror)
    {
        string path = Path.Combine(Folder!, file.DownloadName);
        string partial = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            mirror.Download(file.DownloadName, partial);
            using (FileStream content = File.OpenRead(partial))
                IdxReader.Read(content, mirror.AddressOf(file.DownloadName), file.Kind, file.Digest);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
