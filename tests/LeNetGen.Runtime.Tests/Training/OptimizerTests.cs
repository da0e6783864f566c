using System.Numerics;
using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class OptimizerTests
{
    public static TheoryData<string> Names => ["sgd", "momentum", "rmsprop", "adam", "adam as PyTorch"];

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

    // PyTorch 1.13 in float64, with o = torch.optim.SGD([p], lr=0.1), …:
    //   p = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
    //   for g in (0.5, -0.25): p.grad = torch.tensor([g], dtype=torch.float64); o.step()
    [Theory]
    [InlineData("sgd", 0.975)]
    [InlineData("momentum", 0.93)]
    [InlineData("rmsprop", 0.8312143)]
    [InlineData("adam", 0.8733663)]
    [InlineData("adam as PyTorch", 0.8733663)]
    public void Update_TwoSteps_GivesPyTorchsParameter(string name, double expected)
    {
        OptimizerRun run = Pair(name).Optimizer.Start(1);
        Span<Vector<float>> parameters = new Vector<float>[1], gradient = new Vector<float>[1];
        parameters[0] = Vector<float>.One;
        foreach (float g in new[] { 0.5f, -0.25f })
        {
            gradient[0] = new Vector<float>(g);
            run.BeginStep();
            run.Update(0, gradient, parameters);
        }

        Assert.Equal(expected, parameters[0][0], 1e-6);
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
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(placement: (EpsilonPlacement)7));

        static void AssertSentence(string sentence, Func<object> create) =>
            Assert.StartsWith(sentence, Assert.Throws<ArgumentOutOfRangeException>(create).Message);
    }

    [Fact]
    public void Construction_NoArguments_HasKerasDefaults()
    {
        Assert.Equal(("SGD", 0.01, 0.0), (new Sgd().Name, new Sgd().LearningRate, new Sgd().Momentum));
        var rmsProp = new RmsProp();
        Assert.Equal(("RMSprop", 1e-3, 0.9, 1e-7), (rmsProp.Name, rmsProp.LearningRate, rmsProp.Rho, rmsProp.Epsilon));
        var adam = new Adam();
        Assert.Equal(("Adam", 1e-3, 0.9, 0.999, 1e-7), (adam.Name, adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon));
        Assert.Equal(EpsilonPlacement.Keras, adam.Placement);
    }

    private static (Optimizer Optimizer, ReferenceOptimizer<float> Reference) Pair(string name) => name switch
    {
        "sgd" => (new Sgd(0.1), ReferenceOptimizer<float>.Sgd(0.1)),
        "momentum" => (new Sgd(0.1, 0.9), ReferenceOptimizer<float>.Sgd(0.1, 0.9)),
        "rmsprop" => (new RmsProp(0.1), ReferenceOptimizer<float>.RmsProp(0.1, 0.9, 1e-7)),
        "adam" => (new Adam(0.1), ReferenceOptimizer<float>.Adam(0.1, 0.9, 0.999, 1e-7, kerasEpsilon: true)),
        _ => (new Adam(0.1, epsilon: 1e-8, placement: EpsilonPlacement.PyTorch),
            ReferenceOptimizer<float>.Adam(0.1, 0.9, 0.999, 1e-8, kerasEpsilon: false)),
    };
}
