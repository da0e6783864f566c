using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>The double interpreter against PyTorch, for every network of the requirement documents.</summary>
/// <remarks>
/// Both compute in double, and differ by the order of sums of some thousand terms: about 1e-13 of a tensor's largest element, also
/// after ten optimizer steps, which divide by no less than their epsilon of 1e-7. What remains is that the files
/// hold float32: a rounding of at most 2^-24 of an element. Twice that, 2^-23 = 1.2e-7 of the tensor's largest element, is the tolerance.
/// </remarks>
public sealed class GoldenTests
{
    private const double Tolerance = 1.0 / (1 << 23);

    public static TheoryData<string> Names => GoldenCase.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Forward_GoldenCase_MatchesEveryActivation(string name)
    {
        GoldenCase golden = GoldenCase.Read(name);
        ForwardPass<double>[] passes = Forward(golden);

        foreach ((string tensor, int layer, bool isBeforeActivation) in golden.Activations)
        {
            IEnumerable<double> actual = passes.SelectMany(pass => (isBeforeActivation ? pass.PreActivations : pass.Outputs)[layer]);
            AssertClose(tensor, golden.Tensor($"activation.{tensor}"), [.. actual]);
        }

        AssertClose("probabilities", golden.Tensor("probabilities"), [.. passes.SelectMany(Probabilities)]);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void LossAndGradient_GoldenCase_MatchesLossAndEveryGradient(string name)
    {
        GoldenCase golden = GoldenCase.Read(name);
        var interpreter = new Interpreter<double>(golden.Network);

        BatchResult<double> result = interpreter.LossAndGradient(ToDouble(golden.Images), golden.Labels, ToDouble(golden.Parameters));

        AssertClose("loss", golden.Tensor("loss"), [result.Loss]);
        AssertParametersClose(golden, "grad", result.Gradient);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Training_GoldenCase_MatchesTenLossesAndTheTrainedParameters(string name)
    {
        GoldenCase golden = GoldenCase.Read(name);
        var interpreter = new Interpreter<double>(golden.Network);
        ReferenceOptimizer<double> optimizer = golden.StartOptimizer();
        double[] images = ToDouble(golden.Images), parameters = ToDouble(golden.Parameters);
        int[] labels = golden.Labels;

        double[] losses = new double[10];
        for (int step = 0; step < losses.Length; step++)
        {
            BatchResult<double> result = interpreter.LossAndGradient(images, labels, parameters);
            losses[step] = result.Loss;
            optimizer.Step(parameters, result.Gradient);
        }

        AssertClose("losses", golden.Tensor("losses"), losses);
        AssertParametersClose(golden, "trained", parameters);
    }

    private static ForwardPass<double>[] Forward(GoldenCase golden)
    {
        var interpreter = new Interpreter<double>(golden.Network);
        double[] parameters = ToDouble(golden.Parameters);
        IEnumerable<double[]> images = ToDouble(golden.Images).Chunk(golden.Network.Input.Shape.Length);
        return [.. images.Select(image => interpreter.Forward(image, parameters))];
    }

    // The case that ends in a ReLU declares no softmax, but has golden probabilities nonetheless.
    private static double[] Probabilities(ForwardPass<double> pass)
    {
        double[] probabilities = new double[pass.Logits.Length];
        SoftmaxReference<double>.Probabilities(pass.Logits, probabilities);
        return probabilities;
    }

    private static double[] ToDouble(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static void AssertParametersClose(GoldenCase golden, string kind, double[] actual)
    {
        foreach (ParameterDefinition parameter in golden.Network.Parameters)
        {
            float[] expected = golden.Tensor($"{kind}.{parameter.Name}");
            AssertClose($"{kind}.{parameter.Name}", expected, actual.AsSpan(parameter.Offset, parameter.Length));
        }
    }

    private static void AssertClose(string tensor, ReadOnlySpan<float> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = 0, error = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i]));
            error = Math.Max(error, Math.Abs(expected[i] - actual[i]));
        }

        Assert.True(error <= Tolerance * largest, $"{tensor}: off by {error / largest:G3} of the largest element, {largest:G3}.");
    }
}
