using System.Buffers.Binary;

namespace LeNetGen.Weights;

/// <summary>
/// Reads and writes files in the safetensors format of Hugging Face: the length of the header in eight bytes, a header in JSON that gives
/// each tensor's type, shape and place, and the tensors' bytes, without gaps.
/// </summary>
public static class Safetensors
{
    internal const int LengthBytes = 8;

    // The limit of the reference implementation.
    private const long LongestHeader = 100_000_000;

    /// <summary>Reads a file. Nothing that its header says is believed before it is compared with the file's length.</summary>
    /// <exception cref="LeNetGenException">There is no such file, or it is not a sound safetensors file.</exception>
    public static SafetensorsFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
            throw new LeNetGenException("The name of the safetensors file is empty.");
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return Read(file, path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LeNetGenException($"There is no file '{path}'.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LeNetGenException($"'{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>
    /// Writes a file: metadata sorted by key, tensors in the given order but larger elements first, so that each lies at a multiple of its
    /// size. The same content gives the same bytes. A file that was there before stays as it was unless all is written.
    /// </summary>
    /// <exception cref="ArgumentException">Two tensors have the same name, or one has the name of the metadata.</exception>
    /// <exception cref="LeNetGenException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        SafetensorsTensor[] ordered = [.. tensors.OrderByDescending(tensor => tensor.Type.ElementSize())];
        byte[] header = SafetensorsHeader.Write(ordered, metadata);
        AtomicFile.Write(path, file =>
        {
            Span<byte> length = stackalloc byte[LengthBytes];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            file.Write(length);
            file.Write(header);
            foreach (SafetensorsTensor tensor in ordered)
                file.Write(tensor.Bytes.Span);
        });
    }

    internal static SafetensorsFile Read(Stream file, string path)
    {
        if (file.Length < LengthBytes)
            throw new LeNetGenException($"'{path}' is not a safetensors file: it has only {file.Length} bytes.");
        Span<byte> lengthBytes = stackalloc byte[LengthBytes];
        file.ReadExactly(lengthBytes);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        long rest = file.Length - LengthBytes;
        if (headerLength > (ulong)rest)
            throw new LeNetGenException($"'{path}' is truncated or no safetensors file: it announces a header of {headerLength} bytes, but only {rest} follow.");
        if (headerLength > LongestHeader)
            throw new LeNetGenException($"'{path}' announces a header of {headerLength} bytes, more than the {LongestHeader} that are allowed.");

        byte[] header = new byte[(int)headerLength];
        file.ReadExactly(header);
        long dataLength = rest - header.Length;
        SafetensorsHeader parsed = SafetensorsHeader.Parse(header, path);
        parsed.CheckLayout(dataLength, path);
        if (dataLength > Array.MaxLength)
            throw new LeNetGenException($"'{path}' has {dataLength} bytes of tensors, more than the {Array.MaxLength} that can be read.");

        byte[] data = new byte[(int)dataLength];
        file.ReadExactly(data);
        return new SafetensorsFile(path, [.. parsed.Entries.Select(entry => entry.Over(data))], parsed.Metadata);
    }
}
