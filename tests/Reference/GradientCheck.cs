using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Training;

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
/// the root of fan in, 7, from layer to layer: draws with a kink within 1e-3 are passed over. (Dropout enlarges it by 1 / (1 - rate),
/// which comes to 2.1 at most in these networks.)
/// </remarks>
internal static class GradientCheck
{
    private const int ImageCount = 3;
    private const double Step = 1.0 / (1 << 17);
    private const double Tolerance = 1.6e-9;
    private const double KinkDistance = 1e-3;

    /// <summary>Checks every element of a network's gradient at random parameters.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Chooses parameters, images, labels, targets and what is dropped.</param>
    /// <param name="loss">The loss whose gradient it is; sparse categorical cross-entropy if null.</param>
    /// <returns>The largest magnitude of the gradient of each parameter tensor.</returns>
    public static IReadOnlyList<double> Of(NetworkDefinition network, int seed, Loss? loss = null)
    {
        var interpreter = new Interpreter<double>(network);
        var dropout = new DropoutKey(seed, Step: 1);
        ReferenceLoss<double> reference = ReferenceLoss<double>.Of(loss ?? new SparseCategoricalCrossEntropy());
        (double[] images, double[] parameters) = DrawAwayFromKinks(interpreter, seed, dropout);
        int[] labels = RandomValues.Labels(seed, ImageCount, network.Output.Length);
        double[] targets = reference.UsesTargets ? Shares(seed, network.Output.Length) : [];

        BatchResult<double> result = interpreter.LossAndGradient(images, labels, targets, parameters, reference, dropout);

        Assert.Equal(Loss(), result.Loss, 1e-14);
        for (int i = 0; i < parameters.Length; i++)
        {
            double parameter = parameters[i];
            parameters[i] = parameter + Step;
            double above = Loss();
            parameters[i] = parameter - Step;
            double below = Loss();
            parameters[i] = parameter;
            double difference = (above - below) / (2 * Step);
            Assert.True(
                Math.Abs(difference - result.Gradient[i]) <= Tolerance,
                $"{NameOf(network, i)}: the gradient is {result.Gradient[i]:R}, the central difference {difference:R}.");
        }

        return [.. network.Parameters.Select(tensor => result.Gradient.AsSpan(tensor.Offset, tensor.Length).ToArray().Max(Math.Abs))];

        double Loss()
        {
            int outputs = network.Output.Length;
            ForwardPass<double>[] passes = [.. Passes(interpreter, images, parameters, dropout)];
            return Enumerable.Range(0, ImageCount).Average(image => reference.ImageLoss(
                passes[image].Logits,
                network.EndsInSoftmax,
                labels[image],
                reference.UsesTargets ? targets.AsSpan(image * outputs, outputs) : []));
        }
    }

    /// <summary>Targets of positive numbers whose sum is 1, as every loss takes them.</summary>
    private static double[] Shares(int seed, int length) =>
    [
        .. RandomValues.Uniform<double>(seed, ImageCount * length, 0.5).Chunk(length)
            .SelectMany(weights => weights.Select(weight => (weight + 0.6) / weights.Sum(other => other + 0.6))),
    ];

    private static (double[] Images, double[] Parameters) DrawAwayFromKinks(
        Interpreter<double> interpreter, int seed, DropoutKey dropout)
    {
        int length = interpreter.Definition.Input.Shape.Length;
        for (int draw = 1000 * seed; draw < 1000 * seed + 100; draw++)
        {
            double[] images = RandomValues.Uniform<double>(draw, ImageCount * length);
            double[] parameters = RandomValues.Parameters<double>(draw + 500, interpreter.Definition);
            ForwardPass<double>[] passes = [.. Passes(interpreter, images, parameters, dropout)];
            if (passes.All(pass => Kinks.Distance(interpreter.Definition, pass) > KinkDistance))
                return (images, parameters);
        }

        throw new InvalidOperationException($"All draws for {interpreter.Definition.Name} come close to a kink; its layers must tie.");
    }

    private static IEnumerable<ForwardPass<double>> Passes(
        Interpreter<double> interpreter, double[] images, double[] parameters, DropoutKey dropout) =>
        images.Chunk(interpreter.Definition.Input.Shape.Length)
            .Select((image, index) => interpreter.Forward(image, parameters, dropout with { FirstImage = index }));

    private static string NameOf(NetworkDefinition network, int index)
    {
        ParameterDefinition parameter = network.Parameters.Last(parameter => parameter.Offset <= index);
        return $"{network.Name}, {parameter.Name}[{index - parameter.Offset}]";
    }
}
