namespace LeNetGen.Weights;

/// <summary>Writes files so that each is there whole or, as it was before, not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file under another name in the same folder, and moves it when it is complete.</summary>
    /// <exception cref="LeNetGenException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write) => Guarded(path, partial =>
    {
        using (FileStream file = new(partial, FileMode.CreateNew, FileAccess.Write))
        {
            write(file);

            // To the disk before the move, or a loss of power could leave an empty file under the final name.
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    });

    /// <summary>Finds out whether <see cref="Write"/> could write a file, as far as one can know before.</summary>
    /// <exception cref="LeNetGenException">It cannot be written.</exception>
    public static void RequireWritable(string path) => Guarded(path, partial =>
    {
        if (Directory.Exists(path))
            throw new IOException("it is a folder.");
        using (new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
        {
        }
    });

    private static void Guarded(string path, Action<string> write)
    {
        string partial = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            try
            {
                write(partial);
            }
            finally
            {
                if (File.Exists(partial))
                    File.Delete(partial);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LeNetGenException(
                $"'{path}' cannot be written: {error.Message.Replace(partial, path, StringComparison.Ordinal)}", error);
        }
    }
}
