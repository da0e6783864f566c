using LeNetGen.Data;
using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Compilation;

/// <summary>
/// What the float interpreter makes of a network, some images and parameters; generated code must make the same of them, bit for bit.
/// All NaNs count as one number.
/// </summary>
internal sealed class InterpreterComparison
{
    private const int Seed = 3;
    private readonly NetworkDefinition _definition;
    private readonly float[] _images;
    private readonly float[] _parameters;
    private readonly Dataset _dataset;
    private readonly float[][] _predictions;
    private readonly BatchResult<float> _batch;

    /// <summary>Executes the network in the interpreter, once for many comparisons.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="images">[images][input] the images.</param>
    /// <param name="labels">[images] their classes.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    public InterpreterComparison(NetworkDefinition definition, float[] images, byte[] labels, float[] parameters)
    {
        (_definition, _images, _parameters) = (definition, images, parameters);
        string[] classes = [.. Enumerable.Range(0, definition.Output.Length).Select(number => $"class {number}")];
        _dataset = Dataset.FromFloats("images", definition.Input.Shape, images, labels, classes);
        var interpreter = new Interpreter<float>(definition);
        _predictions = [.. Enumerable.Range(0, labels.Length).Select(index => interpreter.Predict(_dataset.FloatImage(index), parameters))];
        _batch = interpreter.LossAndGradient(images, [.. labels.Select(label => (int)label)], parameters, new DropoutKey(Seed, Step: 2));
    }

    /// <summary>The largest magnitude of the gradient: what was compared was not nothing.</summary>
    public float LargestGradient => _batch.Gradient.Max(float.Abs);

    /// <summary>
    /// The first thing in which a network differs from the interpreter, as a sentence, or null. The network's parameters are overwritten.
    /// </summary>
    public string? FirstDifference(Network network)
    {
        _parameters.CopyTo(network.Parameters);
        return FirstDifferentPrediction(network) ?? FirstDifferenceInTraining(network);
    }

    private string? FirstDifferentPrediction(Network network)
    {
        int outputLength = _definition.Output.Length;
        var single = new float[outputLength];
        var batch = new float[_dataset.Count * outputLength];
        network.PredictBatch(_images, batch);
        for (int index = 0; index < _dataset.Count; index++)
        {
            network.Predict(_dataset.FloatImage(index), single);
            Span<float> inBatch = batch.AsSpan(index * outputLength, outputLength);
            string? difference = Bits.Difference($"output of image {index}, predicted alone", _predictions[index], single)
                ?? Bits.Difference($"output of image {index}, predicted in a batch", _predictions[index], inBatch);
            if (difference is not null)
                return difference;
        }

        return null;
    }

    private string? FirstDifferenceInTraining(Network network)
    {
        // A learning rate of 0 leaves the gradient to be looked at, and the parameters as they are.
        using var trainer = new Trainer(network, new Sgd(learningRate: 0), new SparseCategoricalCrossEntropy(), seed: Seed);

        // What a step leaves behind must not show in the next one's gradient; of few images dropout may leave nothing.
        trainer.Step(_dataset, [.. Enumerable.Range(0, Math.Min(_dataset.Count, 12))]);
        double loss = trainer.Step(_dataset, [.. Enumerable.Range(0, _dataset.Count)]);
        if (!loss.Equals(_batch.Loss))
            return $"The loss is {loss:R}, but should be {_batch.Loss:R}.";
        return _definition.Parameters
            .Select(parameter => Bits.Difference(
                $"gradient of {parameter.Name}",
                _batch.Gradient.AsSpan(parameter.Offset, parameter.Length),
                trainer.Gradient.Slice(parameter.Offset, parameter.Length)))
            .FirstOrDefault(difference => difference is not null);
    }
}
