using LeNetGen.Data;
using LeNetGen.Reference;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Golden;

/// <summary>
/// What somebody computes for a golden case, as tensors under the names that they have in its file: each layer's output, probabilities,
/// loss and gradient at the initial parameters, the losses of ten steps, and the parameters after them.
/// </summary>
internal sealed class GoldenRun
{
    private const int Steps = 10;

    // The optimizer's own operations: three for a mean square, its root, epsilon, the gradient's product, the quotient.
    private const int UpdateRoundings = 7;

    private readonly Dictionary<string, double[]> _tensors = [];

    private GoldenRun()
    {
    }

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, double[]> Tensors => _tensors;

    /// <summary>What generated code computes.</summary>
    public static GoldenRun OfGeneratedCode(GoldenCase golden, Network network, Optimizer optimizer)
    {
        golden.Parameters.CopyTo(network.Parameters);
        float[] outputs = new float[golden.Labels.Length * network.Definition.Output.Length];
        network.PredictBatch(golden.Images, outputs);

        var dataset = Dataset.FromFloats(
            "golden images",
            network.Definition.Input.Shape,
            golden.Images,
            Array.ConvertAll(golden.Labels, label => (byte)label),
            [.. Enumerable.Range(0, network.Definition.Output.Length).Select(index => $"class {index}")]);
        int[] batch = [.. Enumerable.Range(0, dataset.Count)];
        double[] losses = new double[Steps];
        var run = new GoldenRun();
        run.AddActivations(golden, LayerOutputs.Of(network, golden.Images));
        using var trainer = new Trainer(network, optimizer, new SparseCategoricalCrossEntropy(), threads: 2);
        for (int step = 0; step < Steps; step++)
        {
            losses[step] = trainer.Step(dataset, batch);
            if (step == 0)
                run.AddParameters(golden, "grad", ToDouble(trainer.Gradient));
        }

        run.AddParameters(golden, "trained", ToDouble(network.Parameters));
        run.AddRest(Probabilities(network.Definition, ToDouble(outputs)), losses);
        return run;
    }

    /// <summary>What float arithmetic would compute whose roundings fall as a seed has it.</summary>
    public static GoldenRun OfSimulatedFloats(GoldenCase golden, NetworkDefinition definition, int seed)
    {
        var noise = new FloatNoise(seed);
        var network = new NoisyNetwork(definition, noise);
        double[][] images = [.. ToDouble(golden.Images).Chunk(definition.Input.Shape.Length)];
        double[] parameters = ToDouble(golden.Parameters), initialProbabilities = [], losses = new double[Steps];
        ReferenceOptimizer<double> optimizer = golden.StartOptimizer();
        var run = new GoldenRun();
        for (int step = 0; step < Steps; step++)
        {
            (double[][] outputs, double[] probabilities, losses[step], double[] gradient) =
                network.Compute(images, golden.Labels, parameters);
            if (step == 0)
            {
                initialProbabilities = probabilities;
                run.AddActivations(golden, outputs);
                run.AddParameters(golden, "grad", gradient);
            }

            double[] before = [.. parameters];
            optimizer.Step(parameters, gradient);
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] = (float)(before[i] + noise.Rounded(parameters[i] - before[i], UpdateRoundings));
        }

        run.AddParameters(golden, "trained", parameters);
        run.AddRest(initialProbabilities, losses);
        return run;
    }

    private void AddRest(double[] probabilities, double[] losses)
    {
        _tensors.Add("probabilities", probabilities);
        _tensors.Add("loss", losses[..1]);
        _tensors.Add("losses", losses);
    }

    // The file has what a layer computes before its activation, too; but there the activation takes that over.
    private void AddActivations(GoldenCase golden, double[][] outputs)
    {
        foreach (var ofLayer in golden.Activations.GroupBy(activation => activation.Layer))
            _tensors.Add($"activation.{ofLayer.Last().Tensor}", outputs[ofLayer.Key]);
    }

    private void AddParameters(GoldenCase golden, string kind, double[] values)
    {
        foreach (ParameterDefinition parameter in golden.Network.Parameters)
            _tensors.Add($"{kind}.{parameter.Name}", values.AsSpan(parameter.Offset, parameter.Length).ToArray());
    }

    // The file has probabilities also where the network ends in something else.
    private static double[] Probabilities(NetworkDefinition definition, double[] outputs)
    {
        if (definition.EndsInSoftmax)
            return outputs;
        double[] probabilities = new double[outputs.Length];
        for (int start = 0; start < outputs.Length; start += definition.Output.Length)
        {
            Range image = start..(start + definition.Output.Length);
            SoftmaxReference<double>.Probabilities(outputs.AsSpan(image), probabilities.AsSpan(image));
        }

        return probabilities;
    }

    private static double[] ToDouble(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);
}
