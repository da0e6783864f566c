using System.Security.Cryptography;
using LeNetGen.Data.Idx;

namespace LeNetGen.Runtime.Tests.Data.Idx;

public sealed class IdxReaderTests
{
    private static readonly byte[] Images = IdxBytes.Images(3, 4, 5);

    // GZipStream writes nothing at all for nothing.
    private static readonly byte[] EmptyGzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void Read_PlainImages_GivesSizesAndPixels()
    {
        IdxContent content = Read(Images);
        Assert.Equal<int>([3, 4, 5], content.Sizes);
        Assert.Equal<byte>(Images[16..], content.Bytes);
    }

    [Fact]
    public void Read_GzippedImagesUnderAnyName_AreFoundByTheirContent() =>
        Assert.Equal<byte>(Images[16..], Read(IdxBytes.Gzip(Images)).Bytes);

    [Fact]
    public void Read_ImagesLargerThanTheFirstBuffer_AreWhole()
    {
        byte[] large = IdxBytes.Images(5, 700, 800);
        Assert.Equal<byte>(large[16..], Read(large).Bytes);
        Assert.Equal<byte>(large[16..], Read(IdxBytes.Gzip(large)).Bytes);
    }

    [Fact]
    public void Read_GzipHeaderWithEveryField_IsSkipped()
    {
        byte[] gzip = IdxBytes.Gzip(Images);
        const byte everything = 2 + 4 + 8 + 16;
        byte[] header = [.. gzip[..3], everything, .. gzip[4..10], 3, 0, 1, 2, 3, (byte)'n', 0, (byte)'c', (byte)'!', 0, 0xaa, 0xbb];
        Assert.Equal<byte>(Images[16..], Read([.. header, .. gzip[10..]]).Bytes);
    }

    [Fact]
    public void Read_Labels_GivesThem() => Assert.Equal<byte>([7, 0, 9], Read(IdxBytes.Labels(7, 0, 9), IdxKind.Labels).Bytes);

    [Fact]
    public void Read_NoFile_SaysSo()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "absent");
        Assert.Equal(
            $"There is no file '{path}'; an IDX file of labels is needed there.",
            Assert.Throws<LeNetGenException>(() => IdxReader.Read(path, IdxKind.Labels)).Message);
    }

    [Fact]
    public void Read_Folder_SaysThatItCannotBeRead() => Assert.StartsWith(
        $"'{Path.GetTempPath()}' cannot be read: ",
        Assert.Throws<LeNetGenException>(() => IdxReader.Read(Path.GetTempPath(), IdxKind.Labels)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Read_Empty_SaysSo() => AssertRefused([], "'file' is empty; an IDX file of images is needed there.");

    [Fact]
    public void Read_EmptyInsideGzip_NamesItsStart() =>
        AssertRefused(EmptyGzip, "'file' is not an IDX file of images: it starts with nothing, not with 00 00 08 03.");

    [Fact]
    public void Read_LabelsGivenAsImages_NamesBoth() =>
        AssertRefused(IdxBytes.Labels(1, 2), "'file' is an IDX file of labels, but one of images is needed there.");

    [Fact]
    public void Read_ImagesGivenAsLabels_NamesBoth() =>
        AssertRefused(Images, "'file' is an IDX file of images, but one of labels is needed there.", IdxKind.Labels);

    [Fact]
    public void Read_SomethingElse_NamesItsStart()
    {
        AssertRefused(
            [0x89, 0x50, 0x4e, 0x47, 1], "'file' is not an IDX file of images: it starts with 89 50 4e 47, not with 00 00 08 03.");
        AssertRefused([0x89], "'file' is not an IDX file of images: it starts with 89, not with 00 00 08 03.");
    }

    [Fact]
    public void Read_EndInsideTheHeader_NamesBothLengths()
    {
        AssertRefused(Images[..15], "'file' ends after 15 bytes, inside its header of 16 bytes.");
        AssertRefused(IdxBytes.Gzip(Images[..15]), "'file' ends after 15 bytes, inside its header of 16 bytes.");
    }

    [Fact]
    public void Read_OneByteTooFew_NamesBothLengths()
    {
        AssertRefused(Images[..^1], "'file' is truncated: its sizes 3x4x5 make 76 bytes with the header, but it has 75.");
        AssertRefused(
            IdxBytes.Gzip(Images[..^1]),
            "'file' is truncated: its sizes 3x4x5 make 76 bytes with the header, but it has 75 when decompressed.");
    }

    [Fact]
    public void Read_OneByteTooMany_NamesBothLengths()
    {
        AssertRefused([.. Images, 0], "'file' is too long: its sizes 3x4x5 make 76 bytes with the header, but it has 77.");
        AssertRefused(
            IdxBytes.Gzip([.. Images, 0]),
            "'file' is too long: its sizes 3x4x5 make 76 bytes with the header, but it has more when decompressed.");
    }

    [Theory]
    [InlineData(0, 28, 28)]
    [InlineData(3, 0, 28)]
    [InlineData(3, 28, 0)]
    public void Read_SizeOfZero_SaysThatThereAreNoImages(uint count, uint rows, uint columns) =>
        AssertRefused(IdxBytes.Header(3, count, rows, columns), $"'file' has no images: its sizes are {count}x{rows}x{columns}.");

    [Theory]
    [InlineData(uint.MaxValue, uint.MaxValue, uint.MaxValue, "79228162458924105385300197375")] // The product needs 96 bits.
    [InlineData(65536, 65536, 1, "4294967296")] // Zero in 32 bits.
    [InlineData(0x80000000, 1, 1, "2147483648")] // Negative in 32 bits.
    public void Read_SizesBeyondMemory_AreRefusedBeforeAnythingIsAllocated(uint count, uint rows, uint columns, string length)
    {
        UInt128 total = UInt128.Parse(length) + 16;
        AssertRefused(
            IdxBytes.Header(3, count, rows, columns),
            $"'file' is damaged or too large: its sizes {count}x{rows}x{columns} make {total} bytes with the header, "
            + $"more than the {Array.MaxLength} that can be read.");
    }

    [Fact]
    public void Read_SmallFileThatAnnouncesAGigabyte_AllocatesLittle()
    {
        byte[] lie = [.. IdxBytes.Header(3, 1 << 20, 32, 32), 1, 2, 3];
        byte[] compressed = IdxBytes.Gzip(lie);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(lie, "'file' is truncated: its sizes 1048576x32x32 make 1073741840 bytes with the header, but it has 19.");
        AssertRefused(
            compressed,
            "'file' is truncated: its sizes 1048576x32x32 make 1073741840 bytes with the header, but it has 19 when decompressed.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Read_GzipTruncatedAnywhere_SaysSo()
    {
        byte[] gzip = IdxBytes.Gzip(Images);
        for (int length = 2; length < gzip.Length; length++)
            AssertRefused(gzip[..length], $"'file' is a truncated gzip file: it ends after {length} bytes, before its data do.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(1000)]
    public void Read_BytesAfterTheGzipData_AreRefused(int count) =>
        AssertRefused([.. IdxBytes.Gzip(Images), .. new byte[count]], "'file' goes on after the end of its gzip data.");

    [Fact]
    public void Read_GzipWithAWrongChecksum_NamesBoth()
    {
        byte[] gzip = IdxBytes.Gzip(Images);
        gzip[^8] ^= 1;
        string message = Refusal(gzip);
        Assert.StartsWith("'file' is a damaged gzip file: it announces 76 bytes with checksum ", message, StringComparison.Ordinal);
        Assert.Contains(", but has 76 with ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipWithInvalidData_SaysSo()
    {
        byte[] gzip = IdxBytes.Gzip(Images);
        gzip[10] = 0xff; // A block of the reserved type 3.
        AssertRefused(gzip, "'file' is a damaged gzip file: its data cannot be decompressed.");
    }

    [Fact]
    public void Read_GzipOfAnUnknownMethod_NamesIt() =>
        AssertRefused([0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0], "'file' is a gzip file of an unknown kind: method 9, flags 00.");

    [Fact]
    public void Read_Digest_IsThatOfTheDecompressedFile()
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(Images));
        using MemoryStream sound = new(IdxBytes.Gzip(Images));
        Assert.Equal(3, IdxReader.Read(sound, "file", IdxKind.Images, digest).Sizes[0]);

        byte[] altered = [.. Images[..^1], (byte)(Images[^1] ^ 1)];
        using MemoryStream other = new(altered);
        string found = Convert.ToHexStringLower(SHA256.HashData(altered));
        Assert.Equal(
            $"'file' is not the published file: its SHA-256 digest is {found}, not {digest}.",
            Assert.Throws<LeNetGenException>(() => IdxReader.Read(other, "file", IdxKind.Images, digest)).Message);
    }

    [Fact]
    public void Read_MutatedFiles_AreReadOrRefusedWithASentence()
    {
        byte[][] originals = [Images, IdxBytes.Gzip(Images), IdxBytes.Labels(1, 2, 3), IdxBytes.Gzip(IdxBytes.Labels(1, 2, 3))];
        int refused = 0;
        const int rounds = 8000;
        for (int round = 0; round < rounds; round++)
        {
            byte[] mutated = Mutation.Of(originals[round % originals.Length], round);
            try
            {
                Read(mutated, (round & 2) == 0 ? IdxKind.Images : IdxKind.Labels);
            }
            catch (LeNetGenException error)
            {
                refused++;
                Assert.Contains("'file' ", error.Message, StringComparison.Ordinal);
            }
        }

        // Only a change of a pixel or of an unused byte leaves a sound file.
        Assert.InRange(refused, rounds / 2, rounds - 1);
    }

    private static IdxContent Read(byte[] file, IdxKind kind = IdxKind.Images)
    {
        using MemoryStream stream = new(file);
        return IdxReader.Read(stream, "file", kind);
    }

    private static string Refusal(byte[] file, IdxKind kind = IdxKind.Images) =>
        Assert.Throws<LeNetGenException>(() => Read(file, kind)).Message;

    private static void AssertRefused(byte[] file, string message, IdxKind kind = IdxKind.Images) => Assert.Equal(message, Refusal(file, kind));
}
