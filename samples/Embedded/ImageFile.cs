using System.Buffers.Binary;

namespace Embedded;

/// <summary>
/// Gray images of one size from a file: a PGM (P2 or P5), or one of an IDX file, which is MNIST's format. What the file says is believed
/// only after it has been compared with what is there.
/// </summary>
internal static class ImageFile
{
    public const int Height = 28;
    public const int Width = 28;

    /// <summary>More than any image that this program reads; a stream that goes on longer is none.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const int IdxHeaderBytes = 16;
    private const uint IdxImages = 0x00000803;

    /// <summary>The pixels of an image: white on black, as those that the network has learnt.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="index">Which image of an IDX file, from 0.</param>
    /// <param name="pixels">[784] receives the pixels.</param>
    /// <exception cref="ImageException">It is no such image.</exception>
    public static void Read(ReadOnlySpan<byte> bytes, string name, int index, Span<byte> pixels)
    {
        if (bytes.Length >= 2 && bytes[0] == 'P' && bytes[1] is (byte)'2' or (byte)'5')
            PgmImage.Read(bytes, name, pixels);
        else if (bytes.Length >= sizeof(uint) && BinaryPrimitives.ReadUInt32BigEndian(bytes) == IdxImages)
            ReadIdx(bytes, name, index, pixels);
        else
            throw new ImageException($"{name} is neither a PGM image nor an IDX file of images.");
    }

    /// <summary>How many images an IDX file announces; 1 for any other file.</summary>
    public static int CountOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= IdxHeaderBytes && BinaryPrimitives.ReadUInt32BigEndian(bytes) == IdxImages
            ? (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]), MostBytes)
            : 1;

    /// <summary>Demands the size that the network reads.</summary>
    public static void RequireSize(string name, long height, long width)
    {
        if (height != Height || width != Width)
            throw new ImageException($"{name} has {width}x{height} pixels, but the network reads {Width}x{Height}.");
    }

    private static void ReadIdx(ReadOnlySpan<byte> bytes, string name, int index, Span<byte> pixels)
    {
        if (bytes.Length < IdxHeaderBytes)
            throw new ImageException($"{name} ends inside its IDX header, after {bytes.Length} bytes.");
        uint count = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        RequireSize(name, BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]));
        if (index >= count)
            throw new ImageException($"{name} has {count} images, so there is no image {index}; they are counted from 0.");
        long start = IdxHeaderBytes + (long)index * pixels.Length;
        if (start + pixels.Length > bytes.Length)
        {
            throw new ImageException(
                $"{name} announces {count} images, but ends inside image {(bytes.Length - IdxHeaderBytes) / pixels.Length}.");
        }

        bytes.Slice((int)start, pixels.Length).CopyTo(pixels);
    }
}
