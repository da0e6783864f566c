using System.Runtime.CompilerServices;
using System.Text.Json;
using LeNetGen.Data;
using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Golden;

/// <summary>
/// LeNet-5 of 1998 against PyTorch: penalties, the maximum a posteriori criterion and its gradient. The numbers are made by
/// <c>LeNet5Of1998/make_lenet5_1998.py</c>.
/// </summary>
public sealed class LeNet5Of1998Tests
{
    private const int ImageCount = 3;

    // Seven layers of sums of at most 400 products, each rounded to half of 2^-52 of the largest.
    private const double OfDoubles = 7 * 400 * 1.1e-16;

    // The same sums in float, half of 2^-23 for each rounding.
    private const double OfFloats = 7 * 400 * 6e-8;

    // Near the penalties, so that every term of the criterion counts.
    private const double J = 84;

    private static readonly int[] s_fans = [25, 25, 4, 4, 100, 100, 4, 4, 400, 400, 120, 120];

    [Fact]
    public void Network_OfPyTorch_IsEqualedInDoubleAndFloat()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "LeNet5Of1998", "lenet5_1998.json")));
        JsonElement golden = document.RootElement;
        var network = new LeNet5Of1998(0);
        NetworkDefinition definition = network.Definition;
        double[] images = Tensor(0, ImageCount * definition.Input.Shape.Length);
        double[] parameters = [.. definition.Parameters.SelectMany((parameter, index) =>
            Tensor(index + 1, parameter.Length).Select(element => element * (30.0 / s_fans[index])))];
        int[] labels = [.. Enumerable.Range(0, ImageCount)];
        var criterion = new MaximumAPosteriori(J);

        var interpreter = new Interpreter<double>(definition);
        BatchResult<double> result =
            interpreter.LossAndGradient(images, labels, [], parameters, ReferenceLoss<double>.Of(criterion));
        float[] floats = Array.ConvertAll(images, value => (float)value);
        Array.ConvertAll(parameters, value => (float)value).CopyTo(network.Parameters);
        float[] penalties = new float[ImageCount * definition.Output.Length];
        network.PredictBatch(floats, penalties);
        var dataset = Dataset.FromFloats(
            "images", definition.Input.Shape, floats, [0, 1, 2], [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")]);
        using var trainer = new Trainer(network, new Sgd(learningRate: 0), criterion);
        double loss = trainer.Step(dataset, labels);

        double expectedLoss = golden.GetProperty("loss").GetDouble();
        AssertClose(expectedLoss, result.Loss, loss, expectedLoss, "loss");
        double[] expected = Values(golden.GetProperty("penalties"));
        double[] actual = [.. images.Chunk(definition.Input.Shape.Length).SelectMany(image => interpreter.Predict(image, parameters))];
        for (int i = 0; i < expected.Length; i++)
            AssertClose(expected[i], actual[i], penalties[i], expected.Max(), $"penalty {i}");
        foreach ((ParameterDefinition parameter, int index) in definition.Parameters.Select((parameter, index) => (parameter, index)))
        {
            double[] inDouble = result.Gradient.AsSpan(parameter.Offset, parameter.Length).ToArray();
            double[] inFloat = [.. trainer.Gradient.Slice(parameter.Offset, parameter.Length).ToArray()];
            AssertGradient(golden.GetProperty("gradients").GetProperty(parameter.Name), inDouble, inFloat, 100 + index, parameter.Name);
        }
    }

    private static void AssertGradient(JsonElement golden, double[] inDouble, double[] inFloat, int number, string name)
    {
        double norm = golden.GetProperty("norm").GetDouble();
        Assert.True(norm > 1e-3, $"The gradient of {name} is next to nothing.");
        AssertClose(norm, Norm(inDouble), Norm(inFloat), norm, "norm of " + name);
        double[] direction = Tensor(number, inDouble.Length);
        double product = golden.GetProperty("product").GetDouble();
        AssertClose(product, Product(inDouble, direction), Product(inFloat, direction), norm * Norm(direction), "product of " + name);
        double[] first = Values(golden.GetProperty("first"));
        for (int i = 0; i < first.Length; i++)
            AssertClose(first[i], inDouble[i], inFloat[i], norm, $"{name}[{i}]");
    }

    private static void AssertClose(double expected, double inDouble, double inFloat, double size, string what)
    {
        Assert.True(Math.Abs(expected - inDouble) <= OfDoubles * size, $"{what}: {inDouble:R}, but {expected:R}.");
        Assert.True(Math.Abs(expected - inFloat) <= OfFloats * size, $"{what}: {inFloat:R}, but {expected:R}.");
    }

    private static double Norm(double[] values) => Math.Sqrt(Product(values, values));

    private static double Product(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();

    private static double[] Tensor(int number, int length) =>
        [.. Enumerable.Range(0, length).Select(i => ((i * 37 + number * 11) % 101 - 50) / 200.0)];

    private static double[] Values(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetDouble())];

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
