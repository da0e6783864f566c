using System.Buffers.Binary;
using System.IO.Compression;

namespace LeNetGen.Runtime.Tests.Data.Idx;

/// <summary>Makes IDX files in memory.</summary>
internal static class IdxBytes
{
    /// <summary>A file of images whose pixels count up.</summary>
    public static byte[] Images(int count, int rows, int columns) =>
        [.. Header(3, (uint)count, (uint)rows, (uint)columns), .. Enumerable.Range(0, count * rows * columns).Select(pixel => (byte)pixel)];

    public static byte[] Labels(params byte[] labels) => [.. Header(1, (uint)labels.Length), .. labels];

    public static byte[] Header(byte dimensions, params uint[] sizes)
    {
        byte[] header = new byte[4 + 4 * sizes.Length];
        (header[2], header[3]) = (8, dimensions);
        for (int dimension = 0; dimension < sizes.Length; dimension++)
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + 4 * dimension), sizes[dimension]);
        return header;
    }

    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream file = new();
        using (GZipStream gzip = new(file, CompressionLevel.Optimal))
            gzip.Write(content);
        return file.ToArray();
    }
}
