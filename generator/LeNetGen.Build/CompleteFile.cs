using System.Text;

namespace LeNetGen.Build;

/// <summary>Writes texts of which never a part is to be seen.</summary>
internal static class CompleteFile
{
    /// <summary>Writes a text under another name in the same folder, and moves it when it is complete.</summary>
    /// <exception cref="BuildFileException">It cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        string partial = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            try
            {
                using (StreamWriter writer = new(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                    write(writer);
                File.Delete(path);
                File.Move(partial, path);
            }
            finally
            {
                File.Delete(partial);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BuildFileException($"'{path}' cannot be written: {error.Message.Replace(partial, path)}");
        }
    }
}
