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

    // As an array, which a loop over it in every step does not allocate for.
    private readonly Callback[] _callbacks;
    private readonly Trainer _trainer;
    private readonly int[] _order;
    private readonly float[] _lastParameters;
    private readonly List<EpochRecord> _epochs = [];
    private readonly TrainingContext _context;
    private string? _notFinite;

    public TrainingRun(Network network, Dataset training, Dataset? validation, Optimizer optimizer, Loss loss, FitOptions options)
    {
        (_network, _training, _validation, _optimizer, _options) = (network, training, validation, optimizer, options);
        _callbacks = [.. options.Callbacks];
        _trainer = new Trainer(network, optimizer, loss, options.Threads, options.Seed) { Distortion = options.Distortion };
        _order = [.. Enumerable.Range(0, training.Count)];
        _lastParameters = network.CurrentParameters.ToArray();
        _context = new TrainingContext(network, optimizer, loss, options, hasValidation: validation is not null, _epochs);
    }

    private int Steps => (_training.Count + _options.BatchSize - 1) / _options.BatchSize;

    /// <summary>Trains all epochs, unless something ends it before.</summary>
    public History Train(CancellationToken cancellation)
    {
        foreach (Callback callback in _callbacks)
            callback.OnTrainBegin(_context);
        StopReason reason = TrainEpochs(cancellation);
        if (reason == StopReason.LossNotFinite)
            _context.Restore(_lastParameters, _epochs.Count);
        _context.StopReason = reason;
        foreach (Callback callback in _callbacks)
            callback.OnTrainEnd(_context);
        return new History(_epochs, reason, reason switch
        {
            StopReason.LossNotFinite => NotFiniteMessage(),
            StopReason.Stopped => _context.StopMessage,
            _ => null,
        });
    }

    public void Dispose() => _trainer.Dispose();

    private StopReason TrainEpochs(CancellationToken cancellation)
    {
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            if (StopRequest(cancellation) is { } before)
                return before;
            (_context.Epoch, _context.Progress) = (epoch, default);
            foreach (Callback callback in _callbacks)
                callback.OnEpochBegin(_context);
            if (_options.Shuffle)
                EpochOrder.Shuffle(_options.Seed, epoch, _order);
            var meter = new EpochMeter(epoch, _options.Epochs, Steps, _training.Count, _network.OutputElements);
            _trainer.BeginEpoch(_training, epoch);
            for (int step = 1; step <= Steps; step++)
            {
                if (StopRequest(cancellation) is { } within)
                    return within;
                if (!Step(step, meter))
                    return StopReason.LossNotFinite;
            }

            if (!Finish(meter))
                return StopReason.LossNotFinite;
        }

        return StopReason.Finished;
    }

    private StopReason? StopRequest(CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? StopReason.Cancelled : _context.StopMessage is not null ? StopReason.Stopped : null;

    // Takes a step, and tells of it unless its loss is not finite.
    private bool Step(int step, EpochMeter meter)
    {
        int start = (step - 1) * _options.BatchSize;
        ReadOnlySpan<int> batch = _order.AsSpan(start, Math.Min(_options.BatchSize, _order.Length - start));
        double loss = _trainer.Step(_training, batch);
        meter.Add(_trainer, loss);
        if (!double.IsFinite(loss))
        {
            _notFinite = $"the loss of step {step} of epoch {meter.Epoch}";
            return false;
        }

        _context.Progress = meter.Progress(finished: null);
        foreach (Callback callback in _callbacks)
            callback.OnBatchEnd(_context);
        if (step < Steps)
            _options.Progress?.Report(_context.Progress);
        return true;
    }

    // Validates, records and tells of the epoch, unless something is not finite.
    private bool Finish(EpochMeter meter)
    {
        // A last step may spoil what no loss has shown yet.
        foreach (float parameter in _network.CurrentParameters)
        {
            if (!float.IsFinite(parameter))
            {
                _notFinite = $"a parameter after epoch {meter.Epoch}";
                return false;
            }
        }

        Evaluation? validation = _validation is null ? null : _trainer.Evaluate(_validation);
        if (validation is not null && !double.IsFinite(validation.Loss))
        {
            _notFinite = $"the validation loss of epoch {meter.Epoch}";
            return false;
        }

        _network.CurrentParameters.CopyTo(_lastParameters);
        _epochs.Add(meter.Record(validation, _trainer.LearningRate, _training.ClassNames));
        _context.Progress = meter.Progress(_epochs[^1]);
        foreach (Callback callback in _callbacks)
            callback.OnEpochEnd(_context);
        _options.Progress?.Report(_context.Progress);
        return true;
    }

    private string NotFiniteMessage()
    {
        int restoredEpoch = _context.RestoredEpoch!.Value;
        string restored = restoredEpoch == 0 ? "those that it started with" : $"those of the end of epoch {restoredEpoch}";
        string advice = _optimizer.LearningRate is ConstantRate constant
            ? FormattableString.Invariant($"a learning rate below {constant.Rate} may help")
            : FormattableString.Invariant($"a schedule of lower learning rates may help: the last step's was {_trainer.LearningRate}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Training of '{_network.Definition.Name}' stopped because {_notFinite} was infinite or not a number; the network's parameters "
            + $"are {restored}, and {advice}.");
    }
}
