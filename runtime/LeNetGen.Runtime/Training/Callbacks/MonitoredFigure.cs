namespace LeNetGen.Training;

/// <summary>A monitored figure's best value so far, and its epoch.</summary>
internal sealed class MonitoredFigure
{
    private readonly Monitored _monitored;
    private readonly double _minDelta;

    /// <summary>A figure that has no value yet.</summary>
    /// <param name="monitored">Which.</param>
    /// <param name="minDelta">By how much more than this it must change for the better to count; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such figure.</exception>
    public MonitoredFigure(Monitored monitored, double minDelta = 0)
    {
        if (!Enum.IsDefined(monitored))
            throw new ArgumentOutOfRangeException(nameof(monitored), $"There is no figure '{monitored}' to monitor.");
        (_monitored, _minDelta) = (monitored, minDelta);
    }

    /// <summary>What the figure is called in sentences.</summary>
    public string Name => _monitored switch
    {
        Monitored.ValidationLoss => "validation loss",
        Monitored.ValidationAccuracy => "validation accuracy",
        Monitored.Loss => "loss",
        _ => "accuracy",
    };

    /// <summary>The best value; null before the first epoch.</summary>
    public double? Best { get; private set; }

    /// <summary>The epoch of the best value, the first of equally good ones; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Forgets everything, for another training.</summary>
    /// <param name="callback">Who asks.</param>
    /// <param name="context">The training.</param>
    /// <exception cref="LeNetGenException">The training will not have the figure.</exception>
    public void Begin(Callback callback, TrainingContext context)
    {
        if (_monitored is Monitored.ValidationLoss or Monitored.ValidationAccuracy && !context.HasValidation)
        {
            throw new LeNetGenException(
                $"{callback.GetType().Name} monitors the {Name}, but there are no validation images; set ValidationSplit or Validation, or "
                + "monitor the training.");
        }

        (Best, BestEpoch) = (null, 0);
    }

    /// <summary>Takes an epoch in.</summary>
    /// <returns>Whether it is the best so far.</returns>
    public bool Improves(EpochRecord epoch)
    {
        double value = _monitored switch
        {
            Monitored.ValidationLoss => epoch.ValidationLoss!.Value,
            Monitored.ValidationAccuracy => epoch.ValidationAccuracy!.Value,
            Monitored.Loss => epoch.Loss,
            _ => epoch.Accuracy,
        };
        bool smallerIsBetter = _monitored is Monitored.Loss or Monitored.ValidationLoss;
        bool improves = Best is not { } best || (smallerIsBetter ? value + _minDelta < best : value - _minDelta > best);
        if (improves)
            (Best, BestEpoch) = (value, epoch.Epoch);
        return improves;
    }
}
