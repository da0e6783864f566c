namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>A random network's answers by the interpreter, computed once, with which those of generated code at every width are compared.</summary>
internal sealed class RandomComparison
{
    private readonly int _threads;
    private readonly RandomImages _images;
    private readonly PredictionComparison _prediction;
    private readonly TrainingComparison _training;

    /// <summary>Asks the interpreter.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="seed">Chooses images, parameters, batches, optimizer and threads.</param>
    public RandomComparison(NetworkDefinition definition, int seed)
    {
        var random = new Random(seed);
        _threads = random.Next(2, 5);
        _images = new RandomImages(definition, random);
        _prediction = new PredictionComparison(definition, _images, random);
        _training = new TrainingComparison(definition, _images, random);
    }

    /// <summary>The largest magnitude of a gradient: what is compared should not be nothing.</summary>
    public float LargestGradient => _training.LargestGradient;

    /// <summary>The first thing in which a network differs, as a sentence, or null. The network's parameters are overwritten.</summary>
    public string? FirstDifference(Network network)
    {
        _images.Parameters.CopyTo(network.Parameters);
        return _prediction.FirstDifference(network, _threads)
            ?? _training.FirstDifference(network, network.Width == VectorWidth.Bits256 ? 1 : _threads);
    }
}
