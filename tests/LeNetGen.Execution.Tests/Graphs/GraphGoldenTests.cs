using System.Runtime.CompilerServices;
using System.Text.Json;
using LeNetGen.Data;
using LeNetGen.Execution.Tests.Compilation;
using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Graphs;

/// <summary>
/// Two graphs against PyTorch: the double interpreter to rounding, and generated code to the rounding of floats. The numbers are made by
/// <c>Golden/Graphs/make_graphs.py</c>.
/// </summary>
public sealed class GraphGoldenTests
{
    private const int ImageCount = 3;

    // Both compute in double: sums of at most 200 products, each rounded to half of 2^-52 of the largest.
    private const double OfDoubles = 200 * 1.1e-16;

    // The same sums in float, half of 2^-23 for each rounding.
    private const double OfFloats = 200 * 6e-8;

    public static TheoryData<string> Names => ["residual", "concatenating"];

    [Theory, MemberData(nameof(Names))]
    public void Graph_OfPyTorch_IsEqualedInDoubleAndFloat(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "..", "Golden", "Graphs", name + ".json")));
        JsonElement golden = document.RootElement;
        Network network = name == "residual" ? new Residual(0) : new Concatenating(0);
        NetworkDefinition definition = network.Definition;
        double[] images = Tensor(0, ImageCount * definition.Input.Shape.Length);
        double[] parameters = [.. definition.Parameters.SelectMany((parameter, index) => Tensor(index + 1, parameter.Length))];
        int[] labels = [.. Enumerable.Range(0, ImageCount)];

        var interpreter = new Interpreter<double>(definition);
        BatchResult<double> result = interpreter.LossAndGradient(images, labels, parameters);
        float[] floats = Array.ConvertAll(images, value => (float)value);
        Array.ConvertAll(parameters, value => (float)value).CopyTo(network.Parameters);
        var dataset = Dataset.FromFloats("images", definition.Input.Shape, floats, [0, 1, 2], ["0", "1", "2", "3", "4"]);
        using var trainer = new Trainer(network, new Sgd(learningRate: 0), new SparseCategoricalCrossEntropy());
        double loss = trainer.Step(dataset, labels);

        AssertClose([golden.GetProperty("loss").GetDouble()], [result.Loss], [(float)loss], "loss");
        float[] probabilities = new float[ImageCount * definition.Output.Length];
        network.PredictBatch(floats, probabilities);
        AssertClose(
            Values(golden.GetProperty("probabilities")),
            [.. images.Chunk(definition.Input.Shape.Length).SelectMany(image => interpreter.Predict(image, parameters))],
            probabilities,
            "probabilities");
        foreach (ParameterDefinition parameter in definition.Parameters)
        {
            AssertClose(
                Values(golden.GetProperty("gradients").GetProperty(parameter.Name)),
                result.Gradient.AsSpan(parameter.Offset, parameter.Length).ToArray(),
                trainer.Gradient.Slice(parameter.Offset, parameter.Length).ToArray(),
                parameter.Name);
        }
    }

    private static double[] Tensor(int number, int length) =>
        [.. Enumerable.Range(0, length).Select(i => ((i * 37 + number * 11) % 101 - 50) / 200.0)];

    private static double[] Values(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetDouble())];

    private static void AssertClose(double[] expected, double[] inDouble, float[] inFloat, string what)
    {
        double largest = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, inDouble.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - inDouble[i]) <= OfDoubles * largest, $"{what}[{i}]: {inDouble[i]:R}, but {expected[i]:R}.");
            Assert.True(Math.Abs(expected[i] - inFloat[i]) <= OfFloats * largest, $"{what}[{i}]: {inFloat[i]:R}, but {expected[i]:R}.");
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
