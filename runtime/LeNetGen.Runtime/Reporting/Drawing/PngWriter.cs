using System.Buffers.Binary;
using System.IO.Compression;
using LeNetGen.Data;

namespace LeNetGen.Reporting.Drawing;

/// <summary>Writes images as PNG (ISO/IEC 15948): signature, header, one chunk of compressed rows, end.</summary>
internal static class PngWriter
{
    private const int HeaderLength = 13;
    private const byte BitsPerSample = 8;
    private const byte GreyKind = 0;
    private const byte ColourKind = 2;
    private const byte NoFilter = 0;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>The bytes of a PNG file.</summary>
    public static byte[] Write(RasterImage image)
    {
        // Compression, filter and interlace methods are the 0 that the rest of the header already is.
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        (header[8], header[9]) = (BitsPerSample, image.IsGrey ? GreyKind : ColourKind);

        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, CompressedRows(image));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] CompressedRows(RasterImage image)
    {
        int rowLength = image.Samples.Length / image.Height;
        using var compressed = new MemoryStream();
        using (var rows = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            for (int row = 0; row < image.Height; row++)
            {
                rows.WriteByte(NoFilter);
                rows.Write(image.Samples, row * rowLength, rowLength);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(Crc32.Append(0, kind), content));
        file.Write(number);
    }
}
