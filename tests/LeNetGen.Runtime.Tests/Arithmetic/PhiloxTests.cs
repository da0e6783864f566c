using LeNetGen.Arithmetic;

namespace LeNetGen.Runtime.Tests.Arithmetic;

public sealed class PhiloxTests
{
    // The known answers of the authors' Random123 distribution (kat_vectors, philox4x32-10).
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(
        uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue,
        0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(
        0xa4093822u, 0x299f31d0u, 0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u,
        0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Draw_KnownAnswers_Match(
        uint key0, uint key1, uint counter0, uint counter1, uint counter2, uint counter3, uint word0, uint word1, uint word2, uint word3) =>
        Assert.Equal((word0, word1, word2, word3), Philox.Draw(key0, key1, counter0, counter1, counter2, counter3));

    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u)]
    [InlineData(0xa4093822u, 0x299f31d0u, 0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u)]
    [InlineData(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue - 8, uint.MaxValue, uint.MaxValue)]
    [InlineData(1u, 2u, 3u, uint.MaxValue - 2, 4u, 5u)]
    public void DrawEight_AnyKeyAndCounter_IsEightDraws(
        uint key0, uint key1, uint counter0, uint firstCounter1, uint counter2, uint counter3)
    {
        var words = Philox.DrawEight(key0, key1, counter0, firstCounter1, counter2, counter3);
        for (uint i = 0; i < 8; i++)
        {
            Assert.Equal(
                Philox.Draw(key0, key1, counter0, unchecked(firstCounter1 + i), counter2, counter3),
                (words.Word0[(int)i], words.Word1[(int)i], words.Word2[(int)i], words.Word3[(int)i]));
        }
    }

    [Fact]
    public void Stream_SeedStreamPurposeIndex_LieInKeyAndCounterAsWritten()
    {
        var stream = new RandomStream(seed: -1, stream: 7, RandomPurpose.Shuffle);
        var expected = Philox.Draw(0xffffffff, 7, 0x89abcdef, 0x01234567, 2, 0);
        Assert.Equal(expected, stream.Words(0x0123456789abcdef));
        Assert.Equal(expected.Word0, stream.Bits(0x0123456789abcdef));
    }

    [Fact]
    public void Uniform_ExtremeBits_StaysBelowOneAndIsExactInAFloat()
    {
        Assert.Equal(0.0, RandomStream.Uniform(0xff));
        Assert.Equal(1 - 1.0 / (1 << 24), RandomStream.Uniform(uint.MaxValue));
        Assert.True((float)RandomStream.Uniform(uint.MaxValue) < 1f);
    }

    [Fact]
    public void Uniform_ManyDraws_HaveTheMomentsOfTheUniformDistribution()
    {
        const int count = 100_000;
        var stream = new RandomStream(1, 0, RandomPurpose.Initialization);
        double sum = 0, squares = 0;
        for (ulong index = 0; index < count; index++)
        {
            double value = stream.Uniform(index);
            Assert.Equal(value, stream.UniformSingle(index));
            sum += value;
            squares += value * value;
        }

        // Six standard deviations: 1 / sqrt(12 n) of the mean, sqrt(4 / 45 / n) of the mean square.
        Assert.InRange(sum / count, 0.5 - 0.0055, 0.5 + 0.0055);
        Assert.InRange(squares / count, 1.0 / 3 - 0.0057, 1.0 / 3 + 0.0057);
    }

    [Fact]
    public void Below_AnyBound_StaysBelowItAndReachesEveryValue()
    {
        var stream = new RandomStream(3, 1, RandomPurpose.Shuffle);
        int[] hits = new int[7];
        for (ulong index = 0; index < 700; index++)
            hits[stream.Below(index, hits.Length)]++;
        Assert.All(hits, hit => Assert.InRange(hit, 50, 150));
        Assert.Equal(0, stream.Below(5, 1));
        Assert.InRange(stream.Below(5, int.MaxValue), 0, int.MaxValue - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Below(0, 0));
    }
}
