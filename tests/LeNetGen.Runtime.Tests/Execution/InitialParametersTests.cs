using LeNetGen.Arithmetic;
using LeNetGen.Execution;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Execution;

public sealed class InitialParametersTests
{
    // Of the standard normal distribution cut at -2 and 2: the standard deviation, and that of the square over the mean square.
    private const double CutDeviation = 0.879625661;
    private const double CutSquareDeviation = 1.169;

    private static double UniformDeviation => 1 / Math.Sqrt(3);

    /// <summary>
    /// Bounds of the weights of <see cref="Definition"/>: the convolution's 20 channels of 5x3 taps reach an output, and an input reaches
    /// 30 filters through as many taps, so that its fans are 300 and 450; the dense layer's are 30 and 300.
    /// </summary>
    public static TheoryData<Initializer, double, double> Bounds => new()
    {
        { Initializer.GlorotUniform, Math.Sqrt(6.0 / 750), Math.Sqrt(6.0 / 330) },
        { Initializer.HeUniform, Math.Sqrt(6.0 / 300), Math.Sqrt(6.0 / 30) },
        { Initializer.PyTorchUniform, Math.Sqrt(1.0 / 300), Math.Sqrt(1.0 / 30) },
        { Initializer.GlorotNormal, 2 * Math.Sqrt(2.0 / 750) / CutDeviation, 2 * Math.Sqrt(2.0 / 330) / CutDeviation },
        { Initializer.HeNormal, 2 * Math.Sqrt(2.0 / 300) / CutDeviation, 2 * Math.Sqrt(2.0 / 30) / CutDeviation },
    };

    [Theory, MemberData(nameof(Bounds))]
    public void Draw_AnyDistribution_HasItsBoundsAndMoments(Initializer initializer, double ofConvolution, double ofDense)
    {
        NetworkDefinition definition = Definition(initializer, bias: initializer);
        float[] parameters = new InterpretedNetwork(definition, seed: 3).Parameters.ToArray();
        bool isNormal = initializer is Initializer.GlorotNormal or Initializer.HeNormal;
        foreach (ParameterDefinition tensor in definition.Parameters)
        {
            float[] values = parameters[tensor.Offset..][..tensor.Length];
            double bound = tensor.Name.StartsWith("Conv", StringComparison.Ordinal) ? ofConvolution : ofDense;
            Assert.All(values, value => Assert.InRange(value, -bound * (1 + 1e-7), bound * (1 + 1e-7)));

            // A bias has its layer's fans; there are enough of them for that to show, not for the moments.
            Assert.InRange(values.Max(float.Abs), 0.6 * bound, bound * (1 + 1e-7));
            if (tensor.IsBias)
                continue;

            // Five standard deviations: of the mean of n values, and of their mean square (0.9 of it for one uniform value).
            double deviation = isNormal ? bound / 2 * CutDeviation : bound * UniformDeviation;
            double margin = 5 / Math.Sqrt(values.Length);
            Assert.InRange(values.Average() / deviation, -margin, margin);
            double meanSquare = values.Average(value => (double)value * value) / (deviation * deviation);
            double squareMargin = margin * (isNormal ? CutSquareDeviation : 0.9);
            Assert.InRange(meanSquare, 1 - squareMargin, 1 + squareMargin);
        }
    }

    [Fact]
    public void TruncatedNormal_ManyDraws_AreDistributedNormallyBetweenTheCuts()
    {
        const int count = 100_000;
        var random = new RandomStream(1, 0, RandomPurpose.Initialization);
        float[] values = [.. Enumerable.Range(0, count).Select(index => random.TruncatedNormal((uint)index))];

        Assert.All(values, value => Assert.InRange(value, -2, 2));
        // The normal distribution's shares within 0.5, 1 and 1.5 over that within 2; six standard deviations at most.
        AssertShare(0.5, 0.3829249 / 0.9544997);
        AssertShare(1, 0.6826895 / 0.9544997);
        AssertShare(1.5, 0.8663856 / 0.9544997);
        Assert.InRange(values.Count(value => value < 0), 0.5 * count - 950, 0.5 * count + 950);

        void AssertShare(double limit, double share) =>
            Assert.InRange(values.Count(value => Math.Abs(value) <= limit) / (double)count, share - 0.0095, share + 0.0095);
    }

    [Fact]
    public void Draw_FirstNormalWeights_AreThoseOfTheSpecification()
    {
        float[] parameters = new InterpretedNetwork(Definition(Initializer.HeNormal), seed: 5).Parameters.ToArray();
        double scale = Math.Sqrt(2.0 / 30) / 0.87962566103423978;
        for (uint element = 0; element < 50; element++)
            Assert.Equal((float)(Drawn(element) * scale), parameters[9030 + element]);

        // Section 9: key (seed, tensor), counter (element, attempt, initialisation, 0).
        static float Drawn(uint element)
        {
            for (uint attempt = 0; ; attempt++)
            {
                (uint first, uint second, _, _) = Philox.Draw(5, 2, element, attempt, 1, 0);
                float x = (float)((first >> 8) / 4194304.0 - 2);
                if ((second >> 8) / 16777216.0 < Elementary.Exp(-0.5f * (x * x)))
                    return x;
            }
        }
    }

    [Theory]
    [InlineData(Initializer.GlorotUniform, 0xBA689AABU, 0x3D8DE843U, 0xBD1A22E8U)]
    [InlineData(Initializer.GlorotNormal, 0xBA98ABFFU, 0xB9511917U, 0xBD4A566CU)]
    [InlineData(Initializer.HeUniform, 0xBAB7E3C6U, 0x3DE06006U, 0xBD73B603U)]
    [InlineData(Initializer.HeNormal, 0xBAF16539U, 0xB9A54E76U, 0xBD9FF640U)]
    [InlineData(Initializer.PyTorchUniform, 0xBA162536U, 0x3D373396U, 0xBCC6FD3BU)]
    public void Draw_OneSeed_GivesTheseBitsOnEveryMachine(Initializer initializer, uint first, uint second, uint third)
    {
        float[] parameters = new InterpretedNetwork(Definition(initializer), seed: 7).Parameters.ToArray();
        Assert.Equal([first, second, third], parameters.Take(3).Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void Draw_Constants_FillTheirTensors()
    {
        NetworkDefinition definition = Definition(Initializer.Constant, Initializer.Constant);
        float[] parameters = new InterpretedNetwork(definition).Parameters.ToArray();
        Assert.All(parameters[..9000], value => Assert.Equal(0.25f, value));
        Assert.All(parameters[9000..9030], value => Assert.Equal(-3, value));
        float[] zeros = new InterpretedNetwork(Definition(Initializer.Zeros)).Parameters.ToArray();
        Bits.AssertEqual(new float[zeros.Length], zeros);
    }

    [Fact]
    public void Draw_OneTensorsInitializer_ChangesNoOtherTensor()
    {
        float[] drawn = new InterpretedNetwork(Definition(Initializer.HeNormal, Initializer.HeNormal), seed: 9).Parameters.ToArray();
        float[] zeroBiases = new InterpretedNetwork(Definition(Initializer.HeNormal), seed: 9).Parameters.ToArray();
        Bits.AssertEqual(drawn.AsSpan(0, 9000), zeroBiases.AsSpan(0, 9000));
        Bits.AssertEqual(drawn.AsSpan(9030, 9000), zeroBiases.AsSpan(9030, 9000));
    }

    [Fact]
    public void Draw_UndefinedInitializer_Throws()
    {
        var failure = Assert.Throws<ArgumentException>(() => new InterpretedNetwork(Definition((Initializer)9)));
        Assert.Contains("'Conv2D_1.weight' has an unknown initialiser, 9.", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A convolution and a dense layer, of 9,000 weights each, with 30 and 300 biases.</summary>
    private static NetworkDefinition Definition(Initializer kernel, Initializer bias = Initializer.Zeros) => new(
        "Net",
        new InputDefinition(new Shape(20, 5, 3), 1, 0, 0),
        [
            new Conv2DDefinition("Conv2D_1", new Shape(20, 5, 3), new Shape(30, 1, 1), 5, 3, 1, 1, 0, 0)
            {
                KernelInitializer = kernel, KernelConstant = 0.25f, BiasInitializer = bias, BiasConstant = -3,
            },
            new FlattenDefinition("Flatten_1", new Shape(30, 1, 1), new Shape(30)) { ParameterOffset = 9030 },
            new DenseDefinition("Dense_1", new Shape(30), new Shape(300))
            {
                ParameterOffset = 9030, KernelInitializer = kernel, BiasInitializer = bias,
            },
        ]);
}
