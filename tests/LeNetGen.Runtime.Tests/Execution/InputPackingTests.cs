using System.Runtime.Intrinsics;
using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Execution;

public sealed class InputPackingTests
{
    private const int Gap = 5;

    // Channels, height and width of the input, and its padding: whole vectors and not, rows longer and shorter than a vector.
    public static TheoryData<int, int, int, int> Inputs => new()
    {
        { 1, 28, 28, 0 }, { 1, 32, 32, 2 }, { 1, 4, 4, 0 }, { 1, 3, 5, 0 },
        { 2, 7, 11, 1 }, { 3, 20, 19, 1 }, { 1, 18, 18, 1 }, { 1, 5, 17, 0 },
    };

    [Theory, MemberData(nameof(Inputs))]
    public void Convert_RawImage_EqualsTheInterpretersInput(int channels, int height, int width, int pad)
    {
        NetworkDefinition network = Define(channels, height, width, pad);
        var packing = new InputPacking(network.Input);
        byte[] raw = RawImages(1, network);
        float[] image = Poisoned(packing.InputLength);

        packing.Convert(raw, image);

        Bits.AssertEqual(new Interpreter<float>(network).FromBytes(raw), image);
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Pack_RawImages_AreConvertedAndLaneMinor(int channels, int height, int width, int pad)
    {
        NetworkDefinition network = Define(channels, height, width, pad);
        foreach (int sliceImages in new[] { 16, 8, 4, 1 })
        foreach (int count in new[] { 1, 7, 15, 16 })
        {
            var (packing, block) = Sliced(network, sliceImages);
            byte[] raw = RawImages(count, network);

            packing.Pack(raw, Starts(count, packing.RawLength), block);

            for (int lane = 0; lane < 16; lane++)
            {
                float[] expected = lane < count
                    ? new Interpreter<float>(network).FromBytes(raw.AsSpan(lane * packing.RawLength, packing.RawLength))
                    : new float[packing.InputLength];
                Bits.AssertEqual(expected, Lane(block, lane, sliceImages));
            }

            AssertGapsUntouched(block, packing.InputLength, sliceImages);
        }
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Pack_FloatImages_AreLaneMinor(int channels, int height, int width, int pad)
    {
        NetworkDefinition network = Define(channels, height, width, pad);
        foreach (int sliceImages in new[] { 16, 8, 4, 1 })
        foreach (int count in new[] { 1, 7, 15, 16 })
        {
            var (packing, block) = Sliced(network, sliceImages);
            float[] images = RandomValues.Uniform<float>(1, count * packing.InputLength);

            packing.Pack(images, Starts(count, packing.InputLength), block);

            for (int lane = 0; lane < 16; lane++)
            {
                float[] expected = lane < count
                    ? images[(lane * packing.InputLength)..][..packing.InputLength]
                    : new float[packing.InputLength];
                Bits.AssertEqual(expected, Lane(block, lane, sliceImages));
            }

            AssertGapsUntouched(block, packing.InputLength, sliceImages);
        }
    }

    [Fact]
    public void Transpose_DifferentBytes_SwapsRowsAndColumns()
    {
        var rows = new Vector128<byte>[16];
        for (int row = 0; row < 16; row++)
            rows[row] = Vector128.CreateSequence((byte)(row * 16), (byte)1);

        ByteTransposition.Transpose(rows);

        for (int row = 0; row < 16; row++)
        for (int column = 0; column < 16; column++)
            Assert.Equal(column * 16 + row, rows[row][column]);
    }

    private static NetworkDefinition Define(int channels, int height, int width, int pad) =>
        new NetworkBuilder(channels, height, width).Flatten().Dense(2).Build("Any", scale: 1 / 127.5f, offset: -1.01f, pad);

    private static byte[] RawImages(int count, NetworkDefinition network)
    {
        byte[] raw = new byte[count * network.Input.RawShape.Length];
        new Random(count).NextBytes(raw);
        return raw;
    }

    private static int[] Starts(int images, int length) => [.. Enumerable.Range(0, images).Select(image => image * length)];

    private static float[] Poisoned(int length)
    {
        float[] floats = new float[length];
        Array.Fill(floats, float.NaN);
        return floats;
    }

    /// <summary>A packing whose slices lie apart, and a block for them.</summary>
    private static (InputPacking Packing, float[] Block) Sliced(NetworkDefinition network, int sliceImages)
    {
        int sliceLength = network.Input.Shape.Length * sliceImages + Gap;
        return (new InputPacking(network.Input, sliceImages, sliceLength), Poisoned(16 / sliceImages * sliceLength));
    }

    private static float[] Lane(float[] block, int lane, int sliceImages)
    {
        int sliceLength = block.Length / (16 / sliceImages);
        float[] slice = block[(lane / sliceImages * sliceLength)..][..(sliceLength - Gap)];
        return [.. Enumerable.Range(0, slice.Length / sliceImages).Select(element => slice[element * sliceImages + lane % sliceImages])];
    }

    private static void AssertGapsUntouched(float[] block, int inputLength, int sliceImages)
    {
        foreach (float[] slice in block.Chunk(inputLength * sliceImages + Gap))
            Assert.All(slice[^Gap..], element => Assert.True(float.IsNaN(element)));
    }
}
