using LeNetGen.Arithmetic;

namespace LeNetGen.Runtime.Tests.Arithmetic;

/// <summary>The fused multiply-add for processors that have none equals the platform's, bit for bit.</summary>
public sealed class FusedTests
{
    private const int Triples = 1_000_000;

    [Fact]
    public void WithoutHardware_AnyBits_EqualsTheFusedOperation() =>
        AssertEqual(random => (AnyBits(random), AnyBits(random), AnyBits(random)));

    [Fact]
    public void WithoutHardware_FactorsAndAddendOfOneSize_EqualsTheFusedOperation() =>
        AssertEqual(random => (Near(random, 0), Near(random, 0), Near(random, 0)));

    // The addend cancels most of the product, so that the result has few bits or the product's last ones.
    [Fact]
    public void WithoutHardware_AddendThatCancels_EqualsTheFusedOperation() => AssertEqual(random =>
    {
        (float a, float b) = (Near(random, random.Next(-60, 60)), Near(random, random.Next(-60, 60)));
        float c = -(a * b);
        return (a, b, BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(c) + random.Next(-2, 3)));
    });

    // The product is half a unit in the addend's last place, or short of that by less than a double can hold beside the addend: rounding to
    // double makes that a tie, and rounding again, to float, may then go the wrong way.
    [Fact]
    public void WithoutHardware_HalfwayCases_EqualsTheFusedOperation() => AssertEqual(random =>
    {
        float c = Near(random, random.Next(-20, 20));
        float half = MathF.ScaleB(random.Next(2) == 0 ? 1 : -1, MathF.ILogB(c) - 24);
        float little = random.Next(4) == 0 ? 0 : MathF.ScaleB(1, -random.Next(12, 24));
        return (half * (1 + little), 1 - little, c);
    });

    // Results, or all of the three, are subnormal or next to it: there a float has fewer bits.
    [Fact]
    public void WithoutHardware_SubnormalResults_EqualsTheFusedOperation() => AssertEqual(random =>
    {
        int exponent = random.Next(-126, 1);
        float c = random.Next(3) switch
        {
            0 => 0f,
            1 => BitConverter.Int32BitsToSingle(random.Next(0x00800000)),
            _ => -MathF.ScaleB(1 + random.NextSingle(), random.Next(-128, -120)),
        };
        return (Near(random, exponent), Near(random, -135 - exponent + random.Next(20)), c);
    });

    [Fact]
    public void WithoutHardware_SpecialValues_EqualsTheFusedOperation()
    {
        float[] values =
        [
            0f, -0f, 1, -1, float.Epsilon, -float.Epsilon, 1.17549435e-38f, -1.17549435e-38f, float.MaxValue, float.MinValue,
            float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1 + MathF.ScaleB(1, -23), MathF.ScaleB(1, -24), MathF.ScaleB(1, 127),
        ];
        foreach (float a in values)
        foreach (float b in values)
        foreach (float c in values)
            AssertEqual(a, b, c);
    }

    private static void AssertEqual(Func<Random, (float A, float B, float C)> draw)
    {
        var random = new Random(5);
        for (int i = 0; i < Triples; i++)
        {
            (float a, float b, float c) = draw(random);
            AssertEqual(a, b, c);
        }
    }

    private static void AssertEqual(float a, float b, float c)
    {
        (float expected, float actual) = (MathF.FusedMultiplyAdd(a, b, c), Fused.WithoutHardware(a, b, c));
        if (!Floats.AreSame(expected, actual))
            Assert.Fail($"{a:R} * {b:R} + {c:R} is {expected:R}, not {actual:R}.");
    }

    private static float AnyBits(Random random) => BitConverter.Int32BitsToSingle(random.Next() ^ (random.Next() << 1));

    /// <summary>A number of either sign between 2^exponent and twice that.</summary>
    private static float Near(Random random, int exponent) =>
        MathF.ScaleB((1 + random.Next(1 << 23) * MathF.ScaleB(1, -23)) * (random.Next(2) == 0 ? 1 : -1), exponent);
}
