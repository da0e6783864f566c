using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// The double interpreter's gradients against central differences, (f(p + h) - f(p - h)) / 2h.
/// </summary>
/// <remarks>
/// The quotient has two errors. Rounding: a loss of size 2 or so carries an error of a few units of 2^-52, say 4e-15, which the
/// division by h enlarges to 4e-15 / h. Truncation: h^2 / 6 times the third derivative, which is below 30 for such networks (inputs
/// and weights within 1, functions whose derivatives are below 1). With h = 2^-17 they come to 5e-10 and 3e-10; the tolerance is
/// twice their sum. The gradients' largest elements are 0.01 to 1, so an error of a ten-millionth of them shows.
/// Moving one parameter by h moves no value by more than 50 h = 4e-4, given weights within the root of 1 / fan in, hence at most
/// the root of fan in, 7, from layer to layer: draws with a kink within 1e-3 are passed over.
/// </remarks>
public sealed class GradientTests
{
    private const int NetworkCount = 40;
    private const int ImageCount = 3;
    private const double Step = 1.0 / (1 << 17);
    private const double Tolerance = 1.6e-9;
    private const double KinkDistance = 1e-3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, NetworkCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Gradient_RandomNetwork_IsTheCentralDifference(int seed)
    {
        NetworkDefinition network = RandomNetworks.Draw(seed);
        var interpreter = new Interpreter<double>(network);
        (double[] images, double[] parameters) = DrawAwayFromKinks(interpreter, seed);
        int[] labels = RandomValues.Labels(seed, ImageCount, network.Output.Length);

        BatchResult<double> result = interpreter.LossAndGradient(images, labels, parameters);

        Assert.Equal(Loss(interpreter, images, labels, parameters), result.Loss, 1e-14);
        for (int i = 0; i < parameters.Length; i++)
        {
            double parameter = parameters[i];
            parameters[i] = parameter + Step;
            double above = Loss(interpreter, images, labels, parameters);
            parameters[i] = parameter - Step;
            double below = Loss(interpreter, images, labels, parameters);
            parameters[i] = parameter;
            double difference = (above - below) / (2 * Step);
            Assert.True(
                Math.Abs(difference - result.Gradient[i]) <= Tolerance,
                $"{NameOf(network, i)}: the gradient is {result.Gradient[i]:R}, the central difference {difference:R}.");
        }
    }

    [Fact]
    public void RandomNetworks_AllSeeds_CoverEveryFeature()
    {
        LayerDefinition[] layers = [.. Enumerable.Range(0, NetworkCount).SelectMany(seed => RandomNetworks.Draw(seed).Layers)];
        Conv2DDefinition[] convolutions = [.. layers.OfType<Conv2DDefinition>()];

        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            Assert.Contains(layers.OfType<DenseDefinition>(), dense => dense.Activation == activation);
            Assert.True(activation == Activation.Softmax || convolutions.Any(convolution => convolution.Activation == activation));
        }

        Assert.Contains(convolutions, convolution => convolution is { PadTop: > 0, StrideHeight: > 1 });
        Assert.Contains(convolutions, convolution => convolution is { PadTop: > 0, StrideHeight: 1 });
        Assert.Contains(convolutions, convolution => convolution is { PadTop: 0, StrideHeight: > 1 });

        // More padding below than above, and input rows that no output row reaches.
        Assert.Contains(convolutions, convolution => Reach(convolution) > convolution.Input.Height + convolution.PadTop);
        Assert.Contains(convolutions, convolution => Reach(convolution) < convolution.Input.Height);
        Assert.Contains(convolutions, convolution => convolution.StrideHeight > convolution.KernelHeight);
        Assert.Contains(layers.OfType<AveragePooling2DDefinition>(), DropsRows);
        Assert.Contains(layers.OfType<MaxPooling2DDefinition>(), DropsRows);
        Assert.Contains(Enumerable.Range(0, NetworkCount), seed => RandomNetworks.Draw(seed).Layers[0] is Pooling2DDefinition);

        static bool DropsRows(Pooling2DDefinition pooling) => pooling.Output.Height * pooling.PoolHeight < pooling.Input.Height;

        static int Reach(Conv2DDefinition convolution) =>
            (convolution.Output.Height - 1) * convolution.StrideHeight - convolution.PadTop + convolution.KernelHeight;
    }

    private static (double[] Images, double[] Parameters) DrawAwayFromKinks(Interpreter<double> interpreter, int seed)
    {
        int length = interpreter.Definition.Input.Shape.Length;
        for (int draw = 1000 * seed; draw < 1000 * seed + 100; draw++)
        {
            double[] images = RandomValues.Uniform<double>(draw, ImageCount * length);
            double[] parameters = RandomValues.Parameters<double>(draw + 500, interpreter.Definition);
            if (Passes(interpreter, images, parameters).All(pass => Kinks.Distance(interpreter.Definition, pass) > KinkDistance))
                return (images, parameters);
        }

        throw new InvalidOperationException($"All draws for {interpreter.Definition.Name} come close to a kink; its layers must tie.");
    }

    private static double Loss(Interpreter<double> interpreter, double[] images, int[] labels, double[] parameters) =>
        Passes(interpreter, images, parameters).Zip(labels, (pass, label) => SoftmaxReference<double>.Loss(pass.Logits, label)).Average();

    private static IEnumerable<ForwardPass<double>> Passes(Interpreter<double> interpreter, double[] images, double[] parameters) =>
        images.Chunk(interpreter.Definition.Input.Shape.Length).Select(image => interpreter.Forward(image, parameters));

    private static string NameOf(NetworkDefinition network, int index)
    {
        ParameterDefinition parameter = network.Parameters.Last(parameter => parameter.Offset <= index);
        return $"{network.Name}, {parameter.Name}[{index - parameter.Offset}]";
    }
}
