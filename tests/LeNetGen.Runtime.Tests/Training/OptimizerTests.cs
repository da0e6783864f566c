using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class OptimizerTests
{
    private static readonly LearningRateSchedule Cosine = new CosineDecay(0.1, decaySteps: 25, warmUpSteps: 4, final: 0.003);

    public static TheoryData<string> Names =>
    [
        "sgd", "momentum", "nesterov", "rmsprop", "rmsprop as PyTorch", "adam", "adam as PyTorch", "adamw", "adamw as PyTorch",
        "sgd by a cosine", "nesterov by a cosine", "rmsprop by a cosine", "adamw by a cosine", "levenberg-marquardt",
    ];

    [Theory, MemberData(nameof(Names))]
    public void Update_ManySteps_EqualsTheReferenceBitForBit(string name)
    {
        foreach (int count in new[] { 1, 15, 16, 17, 1000 })
        {
            (Optimizer optimizer, ReferenceOptimizer<float> reference) = Pair(name);
            OptimizerRun run = optimizer.Start(count);
            float[] expected = RandomValues.Uniform<float>(1, count);
            var parameters = new AlignedBuffer(count);
            var gradient = new AlignedBuffer(count);
            expected.CopyTo(parameters.Span);
            double[] curvature = [.. RandomValues.Uniform<double>(2, count, 1000).Select(Math.Abs)];
            reference.TakeCurvature(curvature);
            run.TakeCurvature(curvature);
            for (int step = 1; step <= 30; step++)
            {
                // From huge to tiny, and exactly zero.
                float[] values = RandomValues.Uniform<float>(step, count, Math.Pow(10, 5 - step % 12));
                values[step % count] = 0;
                values.CopyTo(gradient.Span);

                reference.Step(expected, values);
                run.BeginStep();
                // In two parts, as two threads would.
                int half = parameters.Vectors.Length / 2;
                run.Update(half, gradient.Vectors[half..], parameters.Vectors[half..]);
                run.Update(0, gradient.Vectors[..half], parameters.Vectors[..half]);

                Bits.AssertEqual(expected, parameters.Span);
            }
        }
    }

    [Fact]
    public void Construction_NumberOutOfRange_SaysWhatItMustBe()
    {
        AssertSentence("The learning rate is -0.1; it must be a number from 0 up.", () => new Sgd(-0.1));
        AssertSentence("The learning rate is NaN; it must be a number from 0 up.", () => new RmsProp(double.NaN));
        AssertSentence("The learning rate is Infinity; it must be a number from 0 up.", () => new Adam(double.PositiveInfinity));
        AssertSentence("The momentum is 1; it must be at least 0 and below 1.", () => new Sgd(momentum: 1));
        AssertSentence("The rho is -0.5; it must be at least 0 and below 1.", () => new RmsProp(rho: -0.5));
        AssertSentence("The epsilon is 0; it must be a number above 0.", () => new RmsProp(epsilon: 0));
        AssertSentence("The beta1 is 2; it must be at least 0 and below 1.", () => new Adam(beta1: 2));
        AssertSentence("The beta2 is NaN; it must be at least 0 and below 1.", () => new Adam(beta2: double.NaN));
        AssertSentence("The epsilon is -1; it must be a number above 0.", () => new Adam(epsilon: -1));
        AssertSentence("There is no placement of epsilon '7'.", () => new Adam(placement: (EpsilonPlacement)7));
        AssertSentence("There is no placement of epsilon '7'.", () => new RmsProp(placement: (EpsilonPlacement)7));
        AssertSentence("The weight decay is -0.1; it must be a number from 0 up.", () => new AdamW(weightDecay: -0.1));
        AssertSentence("The damping is 0; it must be a number above 0.", () => new StochasticDiagonalLevenbergMarquardt(damping: 0));
        AssertSentence(
            "The number of curvature samples is 0; it must be at least 1.",
            () => new StochasticDiagonalLevenbergMarquardt(curvatureSamples: 0));
        AssertSentence("The learning rate is -1; it must be a number from 0 up.", () => new StochasticDiagonalLevenbergMarquardt(-1));
        AssertSentence("The ClipNorm is 0; it must be a number above 0.", () => new Sgd { ClipNorm = 0 });
        AssertSentence("The GlobalClipNorm is NaN; it must be a number above 0.", () => new Sgd { GlobalClipNorm = double.NaN });

        static void AssertSentence(string sentence, Func<object> create) =>
            Assert.StartsWith(sentence, Assert.Throws<ArgumentOutOfRangeException>(create).Message);
    }

    [Fact]
    public void Construction_ContradictoryArguments_SaysSo()
    {
        AssertSentence("Nesterov's step needs a momentum above 0.", () => new Sgd(0.1, nesterov: true));
        AssertSentence("There are both a ClipNorm and a GlobalClipNorm; give one", () => new Adam { ClipNorm = 1, GlobalClipNorm = 1 });
        AssertSentence("There are both a ClipNorm and a GlobalClipNorm; give one", () => new Adam { GlobalClipNorm = 1, ClipNorm = 1 });

        static void AssertSentence(string sentence, Func<object> create) =>
            Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(create).Message);
    }

    [Fact]
    public void Construction_NoArguments_HasKerasDefaults()
    {
        var sgd = new Sgd();
        Assert.Equal(("SGD", 0.01, 0.0, false), (sgd.Name, sgd.LearningRate.At(0), sgd.Momentum, sgd.Nesterov));
        Assert.Equal((null, null), (sgd.ClipNorm, sgd.GlobalClipNorm));
        var rmsProp = new RmsProp();
        Assert.Equal(("RMSprop", 1e-3, 0.9, 1e-7), (rmsProp.Name, rmsProp.LearningRate.At(0), rmsProp.Rho, rmsProp.Epsilon));
        Assert.Equal(EpsilonPlacement.Keras, rmsProp.Placement);
        var adam = new Adam();
        Assert.Equal(("Adam", 1e-3, 0.9, 0.999, 1e-7), (adam.Name, adam.LearningRate.At(0), adam.Beta1, adam.Beta2, adam.Epsilon));
        Assert.Equal(EpsilonPlacement.Keras, adam.Placement);
        var adamW = new AdamW();
        Assert.Equal(("AdamW", 1e-3, 0.9, 0.999, 1e-7), (adamW.Name, adamW.LearningRate.At(0), adamW.Beta1, adamW.Beta2, adamW.Epsilon));
        Assert.Equal((0.004, EpsilonPlacement.Keras), (adamW.WeightDecay, adamW.Placement));
    }

    [Fact]
    public void StochasticDiagonalLevenbergMarquardt_NoArguments_HasThePapersNumbers()
    {
        var optimizer = new StochasticDiagonalLevenbergMarquardt();
        Assert.Equal((5e-4, 0.02, 500), (optimizer.LearningRate.At(0), optimizer.Damping, optimizer.CurvatureSamples));
        Assert.Equal("stochastic diagonal Levenberg-Marquardt", optimizer.Name);
    }

    private static (Optimizer Optimizer, ReferenceOptimizer<float> Reference) Pair(string name) => name switch
    {
        "sgd" => (new Sgd(0.1), ReferenceOptimizer<float>.Sgd(0.1)),
        "momentum" => (new Sgd(0.1, 0.9), ReferenceOptimizer<float>.Sgd(0.1, 0.9)),
        "nesterov" => (new Sgd(0.1, 0.9, nesterov: true), ReferenceOptimizer<float>.Sgd(0.1, 0.9, nesterov: true)),
        "rmsprop" => (new RmsProp(0.1), ReferenceOptimizer<float>.RmsProp(0.1, 0.9, 1e-7, kerasEpsilon: true)),
        "rmsprop as PyTorch" => (new RmsProp(0.1, epsilon: 1e-8, placement: EpsilonPlacement.PyTorch),
            ReferenceOptimizer<float>.RmsProp(0.1, 0.9, 1e-8, kerasEpsilon: false)),
        "adam" => (new Adam(0.1), ReferenceOptimizer<float>.Adam(0.1, 0.9, 0.999, 1e-7, kerasEpsilon: true)),
        "adam as PyTorch" => (new Adam(0.1, epsilon: 1e-8, placement: EpsilonPlacement.PyTorch),
            ReferenceOptimizer<float>.Adam(0.1, 0.9, 0.999, 1e-8, kerasEpsilon: false)),
        "adamw" => (new AdamW(0.1, 0.3), ReferenceOptimizer<float>.AdamW(0.1, 0.3, 0.9, 0.999, 1e-7, kerasEpsilon: true)),
        "adamw as PyTorch" => (new AdamW(0.1, 0.3, epsilon: 1e-8, placement: EpsilonPlacement.PyTorch),
            ReferenceOptimizer<float>.AdamW(0.1, 0.3, 0.9, 0.999, 1e-8, kerasEpsilon: false)),
        "sgd by a cosine" => (new Sgd(Cosine), ReferenceOptimizer<float>.Sgd(Cosine)),
        "nesterov by a cosine" => (new Sgd(Cosine, 0.9, nesterov: true), ReferenceOptimizer<float>.Sgd(Cosine, 0.9, nesterov: true)),
        "rmsprop by a cosine" => (new RmsProp(Cosine), ReferenceOptimizer<float>.RmsProp(Cosine, 0.9, 1e-7, kerasEpsilon: true)),
        "levenberg-marquardt" => (new StochasticDiagonalLevenbergMarquardt(Cosine, damping: 0.07),
            ReferenceOptimizer<float>.StochasticDiagonalLevenbergMarquardt(Cosine, 0.07)),
        _ => (new AdamW(Cosine, 0.3), ReferenceOptimizer<float>.AdamW(Cosine, 0.3, 0.9, 0.999, 1e-7, kerasEpsilon: true)),
    };
}
