using System.Globalization;
using LeNetGen.Data;

namespace LeNetGen.Training;

/// <summary>One call of <see cref="NetworkTraining.Fit"/>.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly Network _network;
    private readonly Dataset _training;
    private readonly Dataset? _validation;
    private readonly Optimizer _optimizer;
    private readonly FitOptions _options;
    private readonly Trainer _trainer;
    private readonly int[] _order;
    private readonly float[] _lastParameters;
    private readonly List<EpochRecord> _epochs = [];

    public TrainingRun(Network network, Dataset training, Dataset? validation, Optimizer optimizer, FitOptions options)
    {
        (_network, _training, _validation, _optimizer, _options) = (network, training, validation, optimizer, options);
        _trainer = new Trainer(network, optimizer, options.Threads);
        _order = [.. Enumerable.Range(0, training.Count)];
        _lastParameters = network.CurrentParameters.ToArray();
    }

    private int Steps => (_training.Count + _options.BatchSize - 1) / _options.BatchSize;

    /// <summary>Trains all epochs, unless something ends it before.</summary>
    public History Train(CancellationToken cancellation)
    {
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            if (_options.Shuffle)
                EpochOrder.Shuffle(_options.Seed, epoch, _order);
            var meter = new EpochMeter(epoch, _options.Epochs, Steps, _training.Count);
            for (int step = 1; step <= Steps; step++)
            {
                if (cancellation.IsCancellationRequested)
                    return new History(_epochs, StopReason.Cancelled);
                if (!Step(step, meter))
                    return NotFinite($"the loss of step {step} of epoch {epoch}");
                if (step < Steps)
                    _options.Progress?.Report(meter.Progress(finished: null));
            }

            if (Finish(meter) is { } notFinite)
                return NotFinite(notFinite);
            _options.Progress?.Report(meter.Progress(_epochs[^1]));
        }

        return new History(_epochs, StopReason.Finished);
    }

    public void Dispose() => _trainer.Dispose();

    private bool Step(int step, EpochMeter meter)
    {
        int start = (step - 1) * _options.BatchSize;
        ReadOnlySpan<int> batch = _order.AsSpan(start, Math.Min(_options.BatchSize, _order.Length - start));
        double loss = _trainer.Step(_training, batch);
        meter.Add(batch.Length, loss, _trainer.CorrectCount);
        return double.IsFinite(loss);
    }

    // Validates and records the epoch, or names what is not finite.
    private string? Finish(EpochMeter meter)
    {
        // A last step may spoil what no loss has shown yet.
        foreach (float parameter in _network.CurrentParameters)
        {
            if (!float.IsFinite(parameter))
                return $"a parameter after epoch {meter.Epoch}";
        }

        Evaluation? validation = _validation is null ? null : _trainer.Evaluate(_validation);
        if (validation is not null && !double.IsFinite(validation.Loss))
            return $"the validation loss of epoch {meter.Epoch}";
        _network.CurrentParameters.CopyTo(_lastParameters);
        _epochs.Add(meter.Record(validation));
        return null;
    }

    private History NotFinite(string what)
    {
        _lastParameters.CopyTo(_network.Parameters);
        string restored = _epochs.Count == 0 ? "those that it started with" : $"those of the end of epoch {_epochs.Count}";
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"Training of '{_network.Definition.Name}' stopped because {what} was infinite or not a number; the network's parameters are "
            + $"{restored}, and a learning rate below {_trainer.LearningRate} may help.");
        return new History(_epochs, StopReason.LossNotFinite, message);
    }
}
