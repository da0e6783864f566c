using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LeNetGen.Data.Idx;

/// <summary>
/// Reads files in the IDX format of the MNIST data base (LeCun, Cortes, Burges), plain or compressed with gzip; their content tells
/// which, not their name. The header is two zero bytes, the element type, the number of dimensions, and each dimension in four bytes,
/// the highest first. Nothing of it is believed before the file has shown as many bytes.
/// </summary>
internal static class IdxReader
{
    private const byte UnsignedByte = 8;
    private const int MagicLength = 4;
    private const int FirstBuffer = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it must hold.</param>
    /// <param name="digest">If not null, the SHA-256 digest that the decompressed file must have, in lower-case hexadecimal.</param>
    /// <exception cref="LeNetGenException">There is no such file, or it is not an IDX file of that kind, whole and sound.</exception>
    public static IdxContent Read(string path, IdxKind kind, string? digest = null)
    {
        try
        {
            // The reader takes large pieces itself.
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return Read(file, path, kind, digest);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LeNetGenException($"There is no file '{path}'; an IDX file of {kind.Plural()} is needed there.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LeNetGenException($"'{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>As <see cref="Read(string, IdxKind, string)"/>, from a seekable stream at its start.</summary>
    public static IdxContent Read(Stream file, string path, IdxKind kind, string? digest = null)
    {
        if (file.Length == 0)
            throw new LeNetGenException($"'{path}' is empty; an IDX file of {kind.Plural()} is needed there.");
        Span<byte> start = stackalloc byte[2];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (!GzipReader.IsGzip(start[..read]))
            return ReadContent(buffer => file.ReadAtLeast(buffer, buffer.Length, false), file.Length, path, kind, digest);

        using GzipReader gzip = new(file, path);
        IdxContent content = ReadContent(gzip.Read, null, path, kind, digest);
        gzip.CheckEnd();
        return content;
    }

    private delegate int Fill(Span<byte> buffer);

    // Where the length of the decompressed file is known beforehand, it is compared before anything is read.
    private static IdxContent ReadContent(Fill fill, long? fileLength, string path, IdxKind kind, string? digest)
    {
        byte[] header = new byte[MagicLength + 4 * kind.Dimensions()];
        int read = fill(header.AsSpan(0, MagicLength));
        CheckMagic(header.AsSpan(0, read), path, kind);
        read += fill(header.AsSpan(MagicLength));
        if (read < header.Length)
            throw new LeNetGenException($"'{path}' ends after {read} bytes, inside its header of {header.Length} bytes.");

        int[] sizes = new int[kind.Dimensions()];
        UInt128 length = 1;
        string announced = "";
        for (int dimension = 0; dimension < sizes.Length; dimension++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(MagicLength + 4 * dimension));
            announced += (dimension == 0 ? "" : "x") + size;
            sizes[dimension] = (int)Math.Min(size, int.MaxValue);
            length *= size;
        }

        if (length == 0)
            throw new LeNetGenException($"'{path}' has no {kind.Plural()}: its sizes are {announced}.");
        UInt128 total = length + (uint)header.Length;
        string claim = $"its sizes {announced} make {total} bytes with the header";
        if (length > (UInt128)Array.MaxLength)
            throw new LeNetGenException($"'{path}' is damaged or too large: {claim}, more than the {Array.MaxLength} that can be read.");
        if (fileLength is long known && (UInt128)known != total)
            throw new LeNetGenException($"'{path}' is {((UInt128)known < total ? "truncated" : "too long")}: {claim}, but it has {known}.");

        byte[] content = ReadUpTo((int)length, fill, out int present);
        if (present < (int)length)
            throw new LeNetGenException($"'{path}' is truncated: {claim}, but it has {present + header.Length} when decompressed.");
        if (fill(new byte[1]) > 0)
            throw new LeNetGenException($"'{path}' is too long: {claim}, but it has more when decompressed.");
        if (digest is not null)
            CheckDigest(header, content, path, digest);
        return new IdxContent(sizes, content);
    }

    private static void CheckMagic(ReadOnlySpan<byte> magic, string path, IdxKind kind)
    {
        string needed = $"00 00 {UnsignedByte:x2} {kind.Dimensions():x2}";
        foreach (IdxKind other in Enum.GetValues<IdxKind>())
        {
            if (!magic.SequenceEqual<byte>([0, 0, UnsignedByte, (byte)other.Dimensions()]))
                continue;
            if (other == kind)
                return;
            throw new LeNetGenException($"'{path}' is an IDX file of {other.Plural()}, but one of {kind.Plural()} is needed there.");
        }

        string found = magic.IsEmpty ? "nothing" : BitConverter.ToString(magic.ToArray()).Replace('-', ' ').ToLowerInvariant();
        throw new LeNetGenException($"'{path}' is not an IDX file of {kind.Plural()}: it starts with {found}, not with {needed}.");
    }

    // The buffer grows with what really comes, so that a small file that announces gigabytes costs nothing.
    private static byte[] ReadUpTo(int length, Fill fill, out int present)
    {
        byte[] buffer = new byte[Math.Min(length, FirstBuffer)];
        present = 0;
        while (true)
        {
            present += fill(buffer.AsSpan(present));
            if (present < buffer.Length || present == length)
                return buffer;
            Array.Resize(ref buffer, (int)Math.Min(length, 2L * buffer.Length));
        }
    }

    private static void CheckDigest(byte[] header, byte[] content, string path, string digest)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(content);
        string found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (found != digest)
            throw new LeNetGenException($"'{path}' is not the published file: its SHA-256 digest is {found}, not {digest}.");
    }
}
