using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>A PNG file, read back by the letter of its specification, with a checksum of its own.</summary>
internal sealed record PngImage(int Width, int Height, int Channels, byte[] Samples)
{
    private const string Scheme = "data:image/png;base64,";

    public static PngImage OfDataUri(string uri)
    {
        Assert.StartsWith(Scheme, uri, StringComparison.Ordinal);
        return Of(Convert.FromBase64String(uri[Scheme.Length..]));
    }

    public static PngImage Of(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        (string Kind, byte[] Content)[] chunks = [.. Chunks(file.AsMemory(8))];
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Kind));
        byte[] header = chunks[0].Content;
        Assert.Equal(13, header.Length);
        Assert.Equal(8, header[8]);
        Assert.Equal([0, 0, 0], header[10..]);
        int channels = header[9] switch { 0 => 1, 2 => 3, _ => throw new InvalidDataException($"Colour type {header[9]}.") };
        (int width, int height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));

        using var inflated = new MemoryStream();
        using (var rows = new ZLibStream(new MemoryStream(chunks[1].Content), CompressionMode.Decompress))
            rows.CopyTo(inflated);
        byte[] content = inflated.ToArray();
        int rowLength = width * channels;
        Assert.Equal((rowLength + 1) * height, content.Length);
        byte[] samples = new byte[rowLength * height];
        for (int row = 0; row < height; row++)
        {
            // No filter.
            Assert.Equal(0, content[row * (rowLength + 1)]);
            content.AsSpan(row * (rowLength + 1) + 1, rowLength).CopyTo(samples.AsSpan(row * rowLength));
        }

        return new PngImage(width, height, channels, samples);
    }

    private static IEnumerable<(string Kind, byte[] Content)> Chunks(ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(rest.Span);
            Assert.Equal(Checksum(rest.Span.Slice(4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(8 + length)..]));
            yield return (Encoding.ASCII.GetString(rest.Span.Slice(4, 4)), rest.Slice(8, length).ToArray());
            rest = rest[(12 + length)..];
        }
    }

    /// <summary>CRC-32, bit by bit.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint state = uint.MaxValue;
        foreach (byte value in bytes)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
                state = (state & 1) != 0 ? state >> 1 ^ 0xEDB88320U : state >> 1;
        }

        return ~state;
    }
}
