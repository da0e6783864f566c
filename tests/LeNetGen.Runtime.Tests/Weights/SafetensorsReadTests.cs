using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Tests;
using LeNetGen.Weights;

namespace LeNetGen.Runtime.Tests.Weights;

public sealed class SafetensorsReadTests
{
    private const string Sound =
        """{"__metadata__":{"by":"hand"},"b":{"dtype":"I64","shape":[1],"data_offsets":[16,24]},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""";

    [Fact]
    public void Read_SoundFile_GivesTensorsInTheOrderOfTheirBytes()
    {
        SafetensorsFile file = Read(SafetensorsBytes.File(Sound + "   ", 24));
        Assert.Equal(["a", "b"], file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal("F32 [2, 2]", file["a"].ToString());
        Assert.Equal(BitConverter.Int32BitsToSingle(0x07060504), file["a"].ToSingles()[1]);
        Assert.Equal([0x1716151413121110], file["b"].ToInt64s());
        Assert.Equal("hand", file.Metadata["by"]);
        Assert.Equal("'file' has no tensor 'c'.", Assert.Throws<LeNetGenException>(() => file["c"]).Message);
        Assert.Equal("Tensor 'b' is I64 [1], but F32 is needed.", Assert.Throws<LeNetGenException>(() => file["b"].ToSingles()).Message);
    }

    [Fact]
    public void Read_NoTensors_IsSound() => Assert.Empty(Read(SafetensorsBytes.File("{}", 0)).Tensors);

    [Fact]
    public void Read_ScalarAndEmptyTensors_AreSound()
    {
        SafetensorsFile file = Read(SafetensorsBytes.File(
            """{"e":{"dtype":"F64","shape":[3,0],"data_offsets":[0,0]},"s":{"dtype":"F64","shape":[],"data_offsets":[0,8],"note":[1,{}]}}""", 8));
        Assert.Empty(file["e"].ToDoubles());
        Assert.Single(file["s"].ToDoubles());
    }

    [Fact]
    public void Read_NoFile_SaysSo() => Assert.Equal(
        "There is no file 'no/such/file'.", Assert.Throws<LeNetGenException>(() => Safetensors.Read("no/such/file")).Message);

    [Fact]
    public void Read_EmptyName_SaysSo() => Assert.Equal(
        "The name of the safetensors file is empty.", Assert.Throws<LeNetGenException>(() => Safetensors.Read("")).Message);

    [Fact]
    public void Read_TooShortForAnything_SaysSo() => AssertRefused([1, 2, 3], "'file' is not a safetensors file: it has only 3 bytes.");

    [Theory]
    [InlineData(3UL)]
    [InlineData(1UL << 40)]
    [InlineData(ulong.MaxValue)]
    public void Read_HeaderLongerThanTheFile_NamesBothLengths(ulong length) => AssertRefused(
        [.. SafetensorsBytes.Length(length), (byte)'{', (byte)'}'],
        $"'file' is truncated or no safetensors file: it announces a header of {length} bytes, but only 2 follow.");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("{}}")]
    [InlineData("{} 1")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"\\ud800\":{}}")]
    public void Read_HeaderThatIsNoJson_SaysSo(string header) =>
        AssertRefused(SafetensorsBytes.File(header, 0), "The header of 'file' is not valid JSON.");

    [Fact]
    public void Read_HeaderThatIsNoUnicode_SaysSo() => AssertRefused(
        SafetensorsBytes.File([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'{', (byte)'}', (byte)'}'], 0),
        "The header of 'file' is not valid JSON.");

    [Theory]
    [InlineData("[]", "The header in 'file' needs an object.")]
    [InlineData("""{"a":1}""", "Tensor 'a' in 'file' needs an object.")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,4]}}""", "Tensor 'a' in 'file' has no 'dtype'.")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", "Tensor 'a' in 'file' has no 'shape'.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "Tensor 'a' in 'file' has no 'data_offsets'.")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "Tensor 'a' in 'file' has 'dtype' twice.")]
    [InlineData("""{"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}}""", "Tensor 'a' in 'file' needs a dtype that is a text.")]
    [InlineData("""{"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}}""", "Tensor 'a' in 'file' has the unknown dtype 'F31'.")]
    [InlineData("""{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", "Tensor 'a' in 'file' needs a shape that is a list.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""",
        "Tensor 'a' in 'file' has a shape with something else than whole numbers from 0 to 2147483647.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""",
        "Tensor 'a' in 'file' has a shape with something else than whole numbers from 0 to 2147483647.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,99999999999999999999]}}""",
        "Tensor 'a' in 'file' has data_offsets with something else than whole numbers from 0 to 9223372036854775807.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "Tensor 'a' in 'file' has 1 data_offsets instead of two.")]
    [InlineData("""{"__metadata__":7}""", "__metadata__ in 'file' needs an object.")]
    [InlineData("""{"__metadata__":{"k":7}}""", "__metadata__ 'k' in 'file' needs a text.")]
    [InlineData("""{"__metadata__":{"k":"","k":""}}""", "The header of 'file' has 'k' twice in __metadata__.")]
    [InlineData("""{"a\nb":1}""", "Tensor 'a?b' in 'file' needs an object.")]
    public void Read_HeaderThatSaysSomethingElse_NamesIt(string header, string message) => AssertRefused(SafetensorsBytes.File(header, 4), message);

    [Fact]
    public void Read_NameTwice_NamesIt() => AssertRefused(
        SafetensorsBytes.File(
            """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8),
        "The header of 'file' has 'a' twice.");

    [Theory]
    [InlineData(23, "Tensor 'b' in 'file' ends at byte 24, but only 23 bytes follow the header.")]
    [InlineData(25, "Bytes 24 to 25 of the data in 'file' belong to no tensor.")]
    public void Read_DataOfTheWrongLength_NamesBoth(int dataLength, string message) => AssertRefused(SafetensorsBytes.File(Sound, dataLength), message);

    [Theory]
    [InlineData("[2]", "[0,4]", "Tensor 'a' in 'file' has 4 bytes, but F32 [2] needs 8.")]
    [InlineData("[1]", "[4,0]", "Tensor 'a' in 'file' starts at byte 4 and ends before it, at 0.")]
    [InlineData("[1073741824,4]", "[0,4]", "Tensor 'a' in 'file' has 4 bytes, but F32 [1073741824, 4] needs 17179869184.")] // 0 in 32 bits.
    [InlineData(
        "[2147483647,2147483647,2147483647,2147483647]", "[0,4]",
        "Tensor 'a' in 'file' has 4 bytes, but F32 [2147483647, 2147483647, 2147483647, 2147483647] needs more than any file has.")]
    [InlineData("[1]", "[9223372036854775803,9223372036854775807]",
        "Tensor 'a' in 'file' ends at byte 9223372036854775807, but only 8 bytes follow the header.")]
    [InlineData("[1]", "[4,8]", "Bytes 0 to 4 of the data in 'file' belong to no tensor.")]
    public void Read_OffsetsThatLie_NamesThem(string shape, string offsets, string message) => AssertRefused(
        SafetensorsBytes.File($$$"""{"a":{"dtype":"F32","shape":{{{shape}}},"data_offsets":{{{offsets}}}}}""", 8), message);

    [Fact]
    public void Read_Overlap_NamesBothTensors() => AssertRefused(
        SafetensorsBytes.File(
            """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12),
        "Tensor 'b' in 'file' starts at byte 4, inside 'a', which ends at 8.");

    [Fact]
    public void Read_Gap_NamesTheBytes() => AssertRefused(
        SafetensorsBytes.File(
            """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12),
        "Bytes 4 to 8 of the data in 'file' belong to no tensor.");

    [Fact]
    public void Read_HeaderBeyondTheLimit_IsRefusedBeforeItIsRead()
    {
        const long length = 100_000_001;
        using HollowStream hollow = new(SafetensorsBytes.Length(length), 8 + length);
        Assert.Equal(
            "'file' announces a header of 100000001 bytes, more than the 100000000 that are allowed.",
            Assert.Throws<LeNetGenException>(() => Safetensors.Read(hollow, "file")).Message);
    }

    [Fact]
    public void Read_MutatedFiles_AreReadOrRefusedWithASentence()
    {
        byte[] original = SafetensorsBytes.File(Sound, 24);
        int refused = 0;
        const int rounds = 8000;
        for (int round = 0; round < rounds; round++)
        {
            // Half of the mutations repair the header's length, so that they reach the JSON and the layout.
            byte[] mutated = Mutation.Of(round % 2 == 0 ? original : original[8..], round);
            if (round % 2 == 1)
                mutated = [.. SafetensorsBytes.Length((ulong)Math.Max(0, mutated.Length - 24)), .. mutated];
            try
            {
                Read(mutated);
            }
            catch (LeNetGenException error)
            {
                refused++;
                Assert.Contains("'file'", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, rounds / 2, rounds - 1);
    }

    [SkippableTheory]
    [InlineData("d2l_lenet_sigmoid")]
    [InlineData("d2l_subclass_valid")]
    [InlineData("keras_lenet5_tanh")]
    [InlineData("keras_lenet_relu3x3")]
    [InlineData("keras_mlp_relu")]
    [InlineData("torch_lenet5_relu_maxpool")]
    public void Read_GoldenCase_HasItsTensors(string name)
    {
        SafetensorsFile file = Safetensors.Read(SharedData.Require("golden", name + ".safetensors"));
        Assert.Equal(32, file["input"].Shape[0]);
        Assert.All(file["input"].ToSingles(), pixel => Assert.InRange(pixel, 0f, 1f));
        Assert.All(file["labels"].ToInt64s(), label => Assert.InRange(label, 0, 9));
        Assert.Equal(10, file["losses"].Length);
        float[] probabilities = file["probabilities"].ToSingles();
        Assert.Equal(1, probabilities.AsSpan(0, 10).ToArray().Sum(value => (double)value), 1e-6);
        Assert.Equal(file["loss"].ToSingles()[0], file["losses"].ToSingles()[0]);
    }

    private static SafetensorsFile Read(byte[] file)
    {
        using MemoryStream stream = new(file);
        return Safetensors.Read(stream, "file");
    }

    private static void AssertRefused(byte[] file, string message) =>
        Assert.Equal(message, Assert.Throws<LeNetGenException>(() => Read(file)).Message);
}
