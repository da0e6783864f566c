using LeNetGen.Reference;
using LeNetGen.Tests.Training;
using LeNetGen.Training;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// Losses with targets in the double interpreter: against their textbook formulas, and their gradients against central differences.
/// Step and tolerance are those of <see cref="GradientTests"/>; these networks have no kinks.
/// </summary>
public sealed class LossGradientTests
{
    private const int ImageCount = 3;
    private const double Step = 1.0 / (1 << 17);
    private const double Tolerance = 1.6e-9;

    public static TheoryData<string, Activation> Cases
    {
        get
        {
            var data = new TheoryData<string, Activation>();
            foreach (string loss in Losses.Names)
            foreach (Activation last in new[] { Activation.Softmax, Activation.None, Activation.Sigmoid, Activation.Tanh })
                data.Add(loss, last);
            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void LossAndGradient_EveryLoss_IsTheFormulaAndItsCentralDifference(string name, Activation last)
    {
        NetworkDefinition network = new NetworkBuilder(1, 6, 6)
            .Conv(2, 3, Activation.Tanh).AveragePool(2).Flatten().Dense(5, Activation.Sigmoid).Dense(4, last).Build("Smooth");
        var interpreter = new Interpreter<double>(network);
        double[] images = RandomValues.Uniform<double>(1, ImageCount * network.Input.Shape.Length);
        double[] parameters = RandomValues.Parameters<double>(2, network);
        int[] labels = RandomValues.Labels(3, ImageCount, 4);
        double[] targets = Distributions(seed: 4);
        ReferenceLoss<double> loss = ReferenceLoss<double>.Of(Losses.Create(name));
        double[] used = loss.UsesTargets ? targets : [];

        BatchResult<double> result = interpreter.LossAndGradient(images, labels, used, parameters, loss);

        Assert.Equal(Formula(), result.Loss, 1e-14);
        for (int i = 0; i < parameters.Length; i++)
        {
            double parameter = parameters[i];
            parameters[i] = parameter + Step;
            double above = Formula();
            parameters[i] = parameter - Step;
            double below = Formula();
            parameters[i] = parameter;
            double difference = (above - below) / (2 * Step);
            Assert.True(
                Math.Abs(difference - result.Gradient[i]) <= Tolerance,
                $"Parameter {i}: the gradient is {result.Gradient[i]:R}, the central difference {difference:R}.");
        }

        double Formula()
        {
            double sum = 0;
            for (int image = 0; image < ImageCount; image++)
            {
                ForwardPass<double> pass = interpreter.Forward(images.AsSpan(image * 36, 36), parameters);
                double[] target = targets[(image * 4)..(image * 4 + 4)];
                sum += name switch
                {
                    nameof(SparseCategoricalCrossEntropy) => -Math.Log(Probabilities(pass)[labels[image]]),
                    nameof(CategoricalCrossEntropy) => -Probabilities(pass).Zip(target, (p, t) => t * Math.Log(p)).Sum(),
                    nameof(MaximumAPosteriori) =>
                        pass.Logits[labels[image]] + Math.Log(Math.Exp(-2.5) + pass.Logits.Sum(penalty => Math.Exp(-penalty))),
                    _ => pass.Outputs[^1].Zip(target, (y, t) => (y - t) * (y - t)).Average(),
                };
            }

            return sum / ImageCount;
        }
    }

    [Fact]
    public void LossAndGradient_TargetsNotAsManyAsOutputs_Throws()
    {
        var interpreter = new Interpreter<double>(new NetworkBuilder(1, 1, 2).Flatten().Dense(3, Activation.Softmax).Build("Small"));
        ReferenceLoss<double> loss = ReferenceLoss<double>.Of(new MeanSquaredError());
        Assert.Throws<ArgumentException>(
            "targets", () => interpreter.LossAndGradient(new double[2], [0], new double[2], new double[9], loss));
    }

    private static double[] Probabilities(ForwardPass<double> pass)
    {
        double[] exponentials = [.. pass.Logits.Select(Math.Exp)];
        return [.. exponentials.Select(exponential => exponential / exponentials.Sum())];
    }

    private static double[] Distributions(int seed) =>
    [
        .. RandomValues.Uniform<double>(seed, ImageCount * 4).Chunk(4)
            .SelectMany(target => target.Select(element => Math.Abs(element) / target.Sum(Math.Abs))),
    ];
}
