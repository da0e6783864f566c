using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Tests.Training;
using LeNetGen.Training;

namespace LeNetGen.Tests.Reference;

/// <summary>The interpreter's curvature: against Jacobian matrices, and where it leaves nothing out against second differences.</summary>
public sealed class CurvatureTests
{
    // The constants of the scaled tanh are floats, which its formula in double is not: 1e-7 of them.
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Networks => [.. GradientCases.All.Keys];

    [Theory, MemberData(nameof(Networks))]
    public void Curvature_EveryLayer_IsThatOfItsJacobian(string name) =>
        AssertIsLiteral(GradientCases.All[name], new SparseCategoricalCrossEntropy(), seed: 3);

    [Theory]
    [InlineData(nameof(CategoricalCrossEntropy), Activation.Softmax)]
    [InlineData(nameof(CategoricalCrossEntropy), Activation.Tanh)]
    [InlineData(nameof(MeanSquaredError), Activation.Softmax)]
    [InlineData(nameof(MeanSquaredError), Activation.Sigmoid)]
    public void Curvature_EveryLoss_IsThatOfItsJacobian(string loss, Activation last)
    {
        NetworkDefinition network = new NetworkBuilder(1, 4, 4).Conv(2, 3, Activation.ScaledTanh).Flatten().Dense(4, last).Build("Losses");
        AssertIsLiteral(network, Losses.Create(loss), seed: 5);
    }

    [Theory, InlineData(nameof(MaximumAPosteriori)), InlineData(nameof(MeanSquaredError))]
    public void Curvature_Penalties_IsThatOfItsJacobian(string loss) =>
        AssertIsLiteral(PenaltyNetworks.Small, Losses.Create(loss), seed: 7);

    // More images than a chunk: the mean of what each gives.
    [Fact]
    public void Curvature_ManyImages_IsTheMeanOfEach()
    {
        NetworkDefinition network = PenaltyNetworks.Small;
        var interpreter = new Interpreter<double>(network);
        double[] images = RandomValues.Uniform<double>(1, 40 * 64);
        double[] parameters = RandomValues.Parameters<double>(2, network);
        int[] labels = RandomValues.Labels(3, 40, 4);
        ReferenceLoss<double> loss = ReferenceLoss<double>.Of(new MaximumAPosteriori());

        double[] curvature = interpreter.Curvature(images, labels, [], parameters, loss);

        double[][] each =
        [
            .. Enumerable.Range(0, 40).Select(image =>
                interpreter.Curvature(images.AsSpan(image * 64, 64), [labels[image]], [], parameters, loss)),
        ];
        for (int i = 0; i < curvature.Length; i++)
            Assert.Equal(each.Average(of => of[i]), curvature[i], 1e-12 * (1 + curvature[i]));
    }

    // The squared error of a linear layer, and of a chain of single units, is a parabola along each parameter.
    [Fact]
    public void Curvature_SquaredErrorOfALinearLayer_IsTheSecondDifference() => AssertIsSecondDifference(
        new NetworkBuilder(2, 3, 2).Conv(3, 2).Flatten().Build("Linear"), new MeanSquaredError(), step: 0.5, tolerance: 1e-11);

    [Fact]
    public void Curvature_SquaredErrorOfAChain_IsTheSecondDifference() => AssertIsSecondDifference(
        new NetworkBuilder(1, 1, 1).Conv(1, 1).AveragePool(1).Flatten().Dense(1).Dense(1).Build("Chain"), new MeanSquaredError(),
        step: 0.5, tolerance: 1e-11);

    // The error of a second difference is h^2 / 12 of a fourth derivative below 1, and 4e-16 / h^2 of rounding.
    [Theory, InlineData(Activation.Softmax), InlineData(Activation.None)]
    public void Curvature_CrossEntropyOfALinearLayer_IsTheSecondDifference(Activation last) => AssertIsSecondDifference(
        new NetworkBuilder(1, 2, 3).Flatten().Dense(4, last).Build("Logits"), new SparseCategoricalCrossEntropy(),
        step: 1e-3, tolerance: 2e-7);

    // One code leaves no other output to have terms with.
    [Fact]
    public void Curvature_MaximumAPosterioriOfOneCode_IsTheSecondDifference() => AssertIsSecondDifference(
        Traced.Network("Code", new Shape(1, 2, 2), ["Linear", "Codes"], image =>
            Layers.Flatten(image).Dense("Linear", 3).Call("Codes", new RbfAttribute("X.X"))),
        new MaximumAPosteriori(2.5), step: 1e-3, tolerance: 1e-5);

    // Where outputs are pushed up, the penalties' own bend would make it negative.
    [Fact]
    public void Curvature_PenaltiesToBeLarger_AreNotNegative()
    {
        NetworkDefinition network = PenaltyNetworks.Small;
        var interpreter = new Interpreter<double>(network);
        double[] curvature = interpreter.Curvature(
            RandomValues.Uniform<double>(1, 64), [0], [1000.0, 1000, 1000, 1000], RandomValues.Parameters<double>(2, network),
            ReferenceLoss<double>.Of(new MeanSquaredError()));
        Assert.All(curvature, h => Assert.True(h >= 0));
        Assert.Contains(curvature, h => h > 0);
    }

    [Fact]
    public void Curvature_WrongBatch_Throws()
    {
        var interpreter = new Interpreter<double>(PenaltyNetworks.Small);
        ReferenceLoss<double> loss = ReferenceLoss<double>.Of(new MaximumAPosteriori());
        double[] parameters = new double[PenaltyNetworks.Small.ParameterCount];
        Assert.Throws<ArgumentException>("labels", () => interpreter.Curvature([], [], [], parameters, loss));
        Assert.Throws<ArgumentException>("labels", () => interpreter.Curvature(new double[64], [4], [], parameters, loss));
        Assert.Throws<ArgumentException>("images", () => interpreter.Curvature(new double[63], [0], [], parameters, loss));
        Assert.Throws<ArgumentException>("parameters", () => interpreter.Curvature(new double[64], [0], [], [], loss));
    }

    private static void AssertIsLiteral(NetworkDefinition network, Loss loss, int seed)
    {
        var interpreter = new Interpreter<double>(network);
        double[] image = RandomValues.Uniform<double>(seed, network.Input.Shape.Length);
        double[] parameters = RandomValues.Parameters<double>(seed + 1, network);
        int label = RandomValues.Labels(seed + 2, 1, network.Output.Length)[0];
        double[] target = [.. RandomValues.Uniform<double>(seed + 3, network.Output.Length).Select(Math.Abs)];
        var dropout = new DropoutKey(seed, 1);

        double[] curvature = interpreter.Curvature(
            image, [label], loss.UsesTargets ? target : [], parameters, ReferenceLoss<double>.Of(loss), dropout);

        ForwardPass<double> pass = interpreter.Forward(image, parameters, dropout);
        double[] expected = new LiteralCurvature(network, parameters).Of(pass, loss, label, target);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - curvature[i]) <= Tolerance * (1e-3 + expected[i]),
                $"Parameter {i} of {network.Name}: the curvature is {curvature[i]:R}, by Jacobians {expected[i]:R}.");
        }
    }

    private static void AssertIsSecondDifference(NetworkDefinition network, Loss loss, double step, double tolerance)
    {
        const int count = 3;
        var interpreter = new Interpreter<double>(network);
        double[] images = RandomValues.Uniform<double>(1, count * network.Input.Shape.Length);
        double[] parameters = RandomValues.Parameters<double>(2, network);
        int[] labels = RandomValues.Labels(3, count, network.Output.Length);
        double[] targets = loss.UsesTargets ? RandomValues.Uniform<double>(4, count * network.Output.Length) : [];
        ReferenceLoss<double> reference = ReferenceLoss<double>.Of(loss);

        double[] curvature = interpreter.Curvature(images, labels, targets, parameters, reference);

        double middle = Loss();
        for (int i = 0; i < parameters.Length; i++)
        {
            double parameter = parameters[i];
            parameters[i] = parameter + step;
            double above = Loss();
            parameters[i] = parameter - step;
            double below = Loss();
            parameters[i] = parameter;
            double difference = (above - 2 * middle + below) / (step * step);
            Assert.True(
                Math.Abs(difference - curvature[i]) <= tolerance,
                $"Parameter {i} of {network.Name}: the curvature is {curvature[i]:R}, the second difference {difference:R}.");
        }

        Assert.True(curvature.Max() > 1000 * tolerance);

        double Loss() => interpreter.LossAndGradient(images, labels, targets, parameters, reference).Loss;
    }
}
