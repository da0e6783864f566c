using System.IO.Compression;
using LeNetGen.Data;
using LeNetGen.Runtime.Tests.Data.Idx;
using LeNetGen.Tests;

namespace LeNetGen.Package.Tests.Embedded;

/// <summary>Images of digits as an IDX file has them.</summary>
internal static class DigitImages
{
    public const int Height = 28;
    public const int Width = 28;

    /// <summary>An IDX file of digits that this library draws.</summary>
    public static byte[] Synthetic(int count)
    {
        Dataset digits = SyntheticDigits.Generate(1, count, seed: 5).Test;
        return
        [
            .. IdxBytes.Header(3, (uint)count, Height, Width),
            .. Enumerable.Range(0, count).SelectMany(image => digits.RawImage(image).ToArray()),
        ];
    }

    /// <summary>MNIST's test images; skips the calling test where they are not.</summary>
    public static byte[] Mnist() => Unzipped(SharedData.Require("data", "mnist", "t10k-images-idx3-ubyte.gz"));

    /// <summary>The labels of MNIST's test images.</summary>
    public static byte[] MnistLabels() => Unzipped(SharedData.Require("data", "mnist", "t10k-labels-idx1-ubyte.gz"))[8..];

    /// <summary>The pixels of an image in such a file.</summary>
    public static ReadOnlySpan<byte> Pixels(byte[] file, int image) => file.AsSpan(16 + image * Height * Width, Height * Width);

    private static byte[] Unzipped(string path)
    {
        using var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var content = new MemoryStream();
        zipped.CopyTo(content);
        return content.ToArray();
    }
}
