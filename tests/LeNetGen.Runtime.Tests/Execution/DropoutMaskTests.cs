using LeNetGen.Arithmetic;
using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Execution;

public sealed class DropoutMaskTests
{
    private const int Lanes = NetworkKernels.BlockSize;
    private const float Guard = 12345.5f;

    private static readonly DropoutKey[] Keys =
    [
        new(Seed: 0, Step: 1), new(Seed: 5, Step: 2, FirstImage: 16), new(Seed: -1, Step: 70_000, FirstImage: 4080),
        new(int.MinValue, int.MaxValue, int.MaxValue - Lanes),
    ];

    public static TheoryData<int, double> SizesAndRates
    {
        get
        {
            var data = new TheoryData<int, double>();
            foreach (int elements in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 61, 62, 63, 64, 65 })
            foreach (double rate in new[] { 0, 1e-9, 0.2, 0.5, 0.999, 1 - 1e-9 })
                data.Add(elements, rate);
            return data;
        }
    }

    [Theory, MemberData(nameof(SizesAndRates))]
    public void Apply_AnySizeRateKeyAndLayer_IsTheReferencesMaskAndProduct(int elements, double rate)
    {
        var definition = new DropoutDefinition("Dropout", new Shape(elements), new Shape(elements), rate);
        var reference = new DropoutReference<float>(definition);
        float[] strange = [-0f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        foreach (int lanes in new[] { 16, 8, 4, 1 })
        foreach (DropoutKey key in Keys)
        foreach (int layer in new[] { 0, 1, 300 })
        {
            float[] x = [.. RandomValues.Uniform<float>(elements, elements * lanes), Guard];
            strange.AsSpan(0, Math.Min(strange.Length, x.Length - 1)).CopyTo(x);
            float[] mask = [.. Enumerable.Repeat(Guard, x.Length)], y = [.. mask];

            DropoutMask.Apply(ref x[0], ref mask[0], ref y[0], elements, lanes, rate, layer, key);

            for (int lane = 0; lane < lanes; lane++)
            {
                float[] expected = reference.Mask(layer, key with { FirstImage = key.FirstImage + lane }), product = new float[elements];
                reference.Forward(expected, Lane(x, lane, lanes, elements), product);
                Bits.AssertEqual(expected, Lane(mask, lane, lanes, elements));
                Bits.AssertEqual(product, Lane(y, lane, lanes, elements));
            }

            Assert.Equal((Guard, Guard), (mask[^1], y[^1]));
        }
    }

    [Fact]
    public void Apply_RateOfADrawnNumber_KeepsItAndDropsItAboveThat()
    {
        DropoutKey key = Keys[1];
        uint bits = Philox.Draw((uint)key.Seed, (uint)key.Step, 0, (uint)key.FirstImage, (uint)RandomPurpose.Dropout, 3).Word0;
        double drawn = RandomStream.Uniform(bits);

        Assert.Equal((float)(1 / (1 - drawn)), Mask(1, drawn, 3, key)[0]);
        Assert.Equal(0, Mask(1, Math.BitIncrement(drawn), 3, key)[0]);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void Apply_ManyElements_DropsTheRateOfThemAndKeepsTheMean(double rate)
    {
        const int elements = 10_000;
        const int count = elements * Lanes;
        float[] mask = Mask(elements, rate, 0, new DropoutKey(1, 1));

        // The number of zeros has the binomial distribution, with a variance of n p (1 - p); the factors are 1 in the mean, with a
        // variance of p / (1 - p). Six standard deviations of each.
        Assert.InRange(
            mask.Count(factor => factor == 0) - count * rate,
            -6 * Math.Sqrt(count * rate * (1 - rate)),
            6 * Math.Sqrt(count * rate * (1 - rate)));
        double deviation = 6 * Math.Sqrt(rate / (1 - rate) / count);
        Assert.InRange(mask.Average(factor => (double)factor), 1 - deviation, 1 + deviation);
        Assert.Equal([0f, (float)(1 / (1 - rate))], mask.Distinct().Order());
    }

    [Fact]
    public void Apply_AnotherSeedStepImageOrLayer_DropsOthers()
    {
        var key = new DropoutKey(Seed: 3, Step: 4, FirstImage: 32);
        float[][] masks =
        [
            Mask(50, 0.5, 1, key),
            Mask(50, 0.5, 1, key with { Seed = 4 }),
            Mask(50, 0.5, 1, key with { Step = 5 }),
            Mask(50, 0.5, 1, key with { FirstImage = 48 }),
            Mask(50, 0.5, 2, key),
        ];

        // All masks of all images. Two of 50 elements each agree in 25 in the mean; 45 would be more than five standard deviations off.
        float[][] images = [.. masks.SelectMany(mask => Enumerable.Range(0, Lanes).Select(lane => Lane(mask, lane)))];
        for (int one = 0; one < images.Length; one++)
        for (int other = 0; other < one; other++)
            Assert.InRange(images[one].Zip(images[other]).Count(pair => pair.First == pair.Second), 5, 45);
    }

    [Fact]
    public void Apply_SameKey_DropsTheSameWhereverTheBlockStarts()
    {
        // Images keep their masks, whichever lane they are computed in.
        var key = new DropoutKey(Seed: 3, Step: 4, FirstImage: 32);
        float[] block = Mask(9, 0.5, 1, key), shifted = Mask(9, 0.5, 1, key with { FirstImage = 27 });

        Assert.Equal(Lane(block, 2), Lane(shifted, 7));
    }

    private static float[] Mask(int elements, double rate, int layer, DropoutKey key)
    {
        float[] x = new float[elements * Lanes], mask = new float[x.Length], y = new float[x.Length];
        DropoutMask.Apply(ref x[0], ref mask[0], ref y[0], elements, Lanes, rate, layer, key);
        return mask;
    }

    private static float[] Lane(float[] block, int lane) => Lane(block, lane, Lanes, block.Length / Lanes);

    private static float[] Lane(float[] block, int lane, int lanes, int elements) =>
        [.. Enumerable.Range(0, elements).Select(element => block[element * lanes + lane])];
}
