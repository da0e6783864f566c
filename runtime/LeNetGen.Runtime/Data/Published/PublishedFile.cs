using LeNetGen.Data.Idx;

namespace LeNetGen.Data.Published;

/// <summary>One file of a published set.</summary>
/// <param name="Stem">The start of its name, such as <c>train-images</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Digest">The SHA-256 digest of the decompressed file, in lower-case hexadecimal.</param>
internal sealed record PublishedFile(string Stem, IdxKind Kind, string Digest)
{
    /// <summary>The name that mirrors have it under.</summary>
    public string DownloadName => $"{Stem}-idx{Kind.Dimensions()}-ubyte.gz";

    /// <summary>Its path in a folder, under any of the names that are in use; null where it is not there.</summary>
    public string? FindIn(string folder)
    {
        foreach (string separator in (ReadOnlySpan<string>)["-", "."])
        {
            foreach (string ending in (ReadOnlySpan<string>)["", ".gz"])
            {
                string path = Path.Combine(folder, $"{Stem}{separator}idx{Kind.Dimensions()}-ubyte{ending}");
                if (File.Exists(path))
                    return path;
            }
        }

        return null;
    }

    /// <summary>Whether a file is this one, sound and byte for byte.</summary>
    public bool IsContentOf(string path)
    {
        try
        {
            IdxReader.Read(path, Kind, Digest);
            return true;
        }
        catch (LeNetGenException)
        {
            return false;
        }
    }
}
