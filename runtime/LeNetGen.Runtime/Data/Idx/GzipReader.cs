using System.Buffers.Binary;
using System.IO.Compression;

namespace LeNetGen.Data.Idx;

/// <summary>
/// Reads a gzip file (RFC 1952) of one member, strictly: unlike <see cref="GZipStream"/>, it does not take a truncated file, or one with
/// bytes after its end, for a good one.
/// </summary>
internal sealed class GzipReader : IDisposable
{
    private const int TrailerLength = 8;
    private const int ShortestHeader = 10;
    private readonly Stream _file;
    private readonly string _path;
    private readonly CompressedPart _compressed;
    private readonly DeflateStream _inflater;
    private uint _checksum;
    private uint _length;

    /// <summary>A reader of a file that starts with <see cref="IsGzip"/>'s bytes.</summary>
    /// <param name="file">A seekable stream, at its start. It stays open.</param>
    /// <param name="path">The file's name for messages.</param>
    public GzipReader(Stream file, string path)
    {
        (_file, _path) = (file, path);
        SkipHeader();
        if (file.Length - file.Position < TrailerLength)
            throw Truncated();
        _compressed = new CompressedPart(file, file.Length - TrailerLength - file.Position);
        _inflater = new DeflateStream(_compressed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Whether a file that starts so is a gzip file.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> start) => start is [0x1f, 0x8b, ..];

    /// <summary>Reads on: fills <paramref name="buffer"/>, unless the data end before. Returns the number of bytes read.</summary>
    /// <exception cref="LeNetGenException">The file is truncated or damaged.</exception>
    public int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _inflater.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw _compressed.IsExhausted
                ? Truncated()
                : new LeNetGenException($"'{_path}' is a damaged gzip file: its data cannot be decompressed.", error);
        }

        if (_compressed.IsExhausted)
            throw Truncated();
        _checksum = Crc32.Append(_checksum, buffer[..read]);
        _length = unchecked(_length + (uint)read);
        return read;
    }

    /// <summary>Checks that the file ends where its data have ended, with their checksum and length.</summary>
    /// <exception cref="LeNetGenException">They are not, or more bytes follow.</exception>
    public void CheckEnd()
    {
        // How many is not known for certain: the inflater takes large pieces.
        if (_compressed.Remaining > 0)
            throw new LeNetGenException($"'{_path}' goes on after the end of its gzip data.");
        Span<byte> trailer = stackalloc byte[TrailerLength];
        _file.ReadExactly(trailer);
        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        if (checksum != _checksum || length != _length)
        {
            throw new LeNetGenException(
                $"'{_path}' is a damaged gzip file: it announces {length} bytes with checksum {checksum:x8}, "
                + $"but has {_length} with {_checksum:x8}.");
        }
    }

    public void Dispose() => _inflater.Dispose();

    // ID1 ID2 CM FLG MTIME(4) XFL OS, then what FLG announces: extra field, file name, comment, checksum of the header.
    private void SkipHeader()
    {
        Span<byte> header = stackalloc byte[ShortestHeader];
        if (_file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw Truncated();
        const int deflate = 8, headerChecksum = 2, extraField = 4, fileName = 8, comment = 16, reserved = 0xe0;
        int flags = header[3];
        if (header[2] != deflate || (flags & reserved) != 0)
            throw new LeNetGenException($"'{_path}' is a gzip file of an unknown kind: method {header[2]}, flags {flags:x2}.");
        if ((flags & extraField) != 0)
        {
            int length = NextByte() | NextByte() << 8;
            _file.Position = Math.Min(_file.Position + length, _file.Length);
        }

        if ((flags & fileName) != 0)
            SkipText();
        if ((flags & comment) != 0)
            SkipText();
        if ((flags & headerChecksum) != 0)
            _file.Position = Math.Min(_file.Position + 2, _file.Length);
    }

    private void SkipText()
    {
        while (NextByte() != 0)
        {
        }
    }

    private int NextByte() => _file.ReadByte() is >= 0 and int value ? value : throw Truncated();

    private LeNetGenException Truncated() =>
        new($"'{_path}' is a truncated gzip file: it ends after {_file.Length} bytes, before its data do.");
}
