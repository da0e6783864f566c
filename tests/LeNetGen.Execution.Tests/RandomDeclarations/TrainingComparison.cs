using LeNetGen.Arithmetic;
using LeNetGen.Data;
using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Three training steps of a random network in the interpreter; generated code must take the same ones, bit for bit.</summary>
internal sealed class TrainingComparison
{
    private const int Epoch = 1;

    private readonly RandomImages _images;
    private readonly OptimizerPair _optimizer;
    private readonly LossKind _loss;
    private readonly int _dropoutSeed;
    private readonly Dataset _rawDataset;
    private readonly Dataset _floatDataset;
    private readonly int[][] _batches;
    private readonly BatchResult<float>[] _steps;
    private readonly float[] _trained;

    /// <summary>Trains in the interpreter, once for all widths.</summary>
    public TrainingComparison(NetworkDefinition definition, RandomImages images, Random random)
    {
        _images = images;
        _optimizer = OptimizerPair.All[random.Next(OptimizerPair.All.Count)];
        _loss = LossKind.Pick(random, definition);
        _dropoutSeed = random.Next(int.MinValue, int.MaxValue);
        (_rawDataset, _floatDataset) = (images.RawDataset, images.FloatDataset);
        if (_loss.DrawTarget is { } drawTarget)
        {
            int outputs = definition.Output.Length;
            float[] targets = [.. Enumerable.Range(0, RandomImages.Count).SelectMany(_ => drawTarget(random, outputs))];
            (_rawDataset, _floatDataset) = (_rawDataset.WithTargets(targets), _floatDataset.WithTargets(targets));
        }

        // Less than a block, about a block or a chunk, and more than a chunk, in any order.
        int[] sizes =
        [
            EdgeSizes.Pick(random, 1, 2, 7, 15),
            EdgeSizes.Pick(random, 16, 17, 31, 32),
            EdgeSizes.Pick(random, 33, 34, 47, 48, 49, 63, 64, 65),
        ];
        random.Shuffle(sizes);
        _batches = [.. sizes.Select(size => Enumerable.Range(0, size).Select(_ => random.Next(RandomImages.Count)).ToArray())];

        var interpreter = new Interpreter<float>(definition);
        ReferenceLoss<float> loss = ReferenceLoss<float>.Of(_loss.Loss);
        ReferenceOptimizer<float> optimizer = _optimizer.Reference();
        _trained = [.. images.Parameters];
        _steps = new BatchResult<float>[_batches.Length];
        int inputs = definition.Input.Shape.Length;
        optimizer.TakeCurvature(Curvature(interpreter, loss));
        for (int step = 0; step < _steps.Length; step++)
        {
            float[] source = IsRaw(step) ? images.Converted : images.Floats;
            _steps[step] = interpreter.LossAndGradient(
                [.. _batches[step].SelectMany(image => source.AsSpan(image * inputs, inputs).ToArray())],
                [.. _batches[step].Select(_rawDataset.Label)],
                loss.UsesTargets ? [.. _batches[step].SelectMany(image => _rawDataset.Target(image).ToArray())] : [],
                _trained,
                loss,
                new DropoutKey(_dropoutSeed, step + 1));
            _optimizer.Clip(definition, _steps[step].Gradient);
            optimizer.Step(_trained, _steps[step].Gradient);
        }
    }

    /// <summary>The largest magnitude of the first gradient: what is compared should not be nothing.</summary>
    public float LargestGradient => _steps[0].Gradient.Select(float.Abs).DefaultIfEmpty().Max();

    /// <summary>The first thing in which a network's training differs, as a sentence, or null.</summary>
    public string? FirstDifference(Network network, int threads)
    {
        _images.Parameters.CopyTo(network.Parameters);
        using var trainer = new Trainer(network, _optimizer.Optimizer, _loss.Loss, threads, _dropoutSeed);
        trainer.BeginEpoch(_rawDataset, Epoch);
        for (int step = 0; step < _steps.Length; step++)
        {
            Dataset dataset = IsRaw(step) ? _rawDataset : _floatDataset;
            double loss = trainer.Step(dataset, _batches[step]);
            string where = $"step {step + 1} ({_batches[step].Length} images, {_loss.Loss.Name}, {_optimizer.Name}, {threads} threads)";
            BatchResult<float> expected = _steps[step];
            if (!loss.Equals(expected.Loss))
                return $"The loss of {where} is {loss:R}, but should be {expected.Loss:R}.";
            if (trainer.CorrectCount != expected.Correct)
                return $"In {where} {trainer.CorrectCount} images are classified rightly, but it should be {expected.Correct}.";
            if (FirstDifference(network, $"gradient of {{0}} in {where}", expected.Gradient, trainer.Gradient) is { } difference)
                return difference;
        }

        return FirstDifference(network, $"{{0}} after {_optimizer.Name}", _trained, network.Parameters);
    }

    // All raw images, in the order in which an epoch draws them.
    private double[] Curvature(Interpreter<float> interpreter, ReferenceLoss<float> loss)
    {
        int[] samples = Samples();
        int inputs = interpreter.Definition.Input.Shape.Length;
        return interpreter.Curvature(
            [.. samples.SelectMany(image => _images.Converted.AsSpan(image * inputs, inputs).ToArray())],
            [.. samples.Select(_rawDataset.Label)],
            loss.UsesTargets ? [.. samples.SelectMany(image => _rawDataset.Target(image).ToArray())] : [],
            _trained,
            loss,
            new DropoutKey(_dropoutSeed, -Epoch));
    }

    private int[] Samples()
    {
        int[] samples = [.. Enumerable.Range(0, RandomImages.Count)];
        var random = new RandomStream(_dropoutSeed, Epoch, RandomPurpose.CurvatureSamples);
        for (int i = 0; i < samples.Length; i++)
        {
            int other = i + random.Below((ulong)i, samples.Length - i);
            (samples[i], samples[other]) = (samples[other], samples[i]);
        }

        return samples;
    }

    private static bool IsRaw(int step) => step % 2 == 0;

    private static string? FirstDifference(Network network, string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        foreach (ParameterDefinition parameter in network.Definition.Parameters)
        {
            (int offset, int length) = (parameter.Offset, parameter.Length);
            string tensor = string.Format(null, what, parameter.Name);
            if (Bits.Difference(tensor, expected.Slice(offset, length), actual.Slice(offset, length)) is { } difference)
                return difference;
        }

        return null;
    }
}
