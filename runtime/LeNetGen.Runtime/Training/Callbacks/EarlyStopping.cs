using System.Globalization;

namespace LeNetGen.Training;

/// <summary>Ends a training that no longer gets better (Keras: EarlyStopping).</summary>
/// <remarks>
/// With <see cref="RestoreBest"/> the network has, after the training, the parameters of its best epoch, for whatever reason the training
/// ended: stopped here, all epochs done, cancelled or diverged. Without a finished epoch there is none, and nothing is restored.
/// </remarks>
public sealed class EarlyStopping : Callback
{
    private readonly MonitoredFigure _figure;
    private float[] _best = [];
    private int _wait;

    /// <summary>An early stopping; the defaults are Keras'.</summary>
    /// <param name="monitor">What must get better.</param>
    /// <param name="patience">
    /// How many epochs without improvement end the training; 0 ends it after the first, as 1 does.
    /// </param>
    /// <param name="minDelta">A change by this or less is no improvement; 0 or more.</param>
    /// <param name="restoreBest">Whether the network gets the parameters of the best epoch back.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or not finite.</exception>
    public EarlyStopping(
        Monitored monitor = Monitored.ValidationLoss, int patience = 0, double minDelta = 0, bool restoreBest = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        if (!(minDelta >= 0 && double.IsFinite(minDelta)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(minDelta),
                string.Create(CultureInfo.InvariantCulture, $"The minDelta is {minDelta}; it must be a number from 0 up."));
        }

        _figure = new MonitoredFigure(monitor, minDelta);
        (Monitor, Patience, MinDelta, RestoreBest) = (monitor, patience, minDelta, restoreBest);
    }

    /// <summary>What must get better.</summary>
    public Monitored Monitor { get; }

    /// <summary>How many epochs without improvement end the training.</summary>
    public int Patience { get; }

    /// <summary>A change by this or less is no improvement.</summary>
    public double MinDelta { get; }

    /// <summary>Whether the network gets the parameters of the best epoch back.</summary>
    public bool RestoreBest { get; }

    /// <summary>The best value of the last training; null before its first epoch.</summary>
    public double? Best => _figure.Best;

    /// <summary>Its epoch, from 1; 0 before the first.</summary>
    public int BestEpoch => _figure.BestEpoch;

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingContext context)
    {
        _figure.Begin(this, context);
        _wait = 0;
        if (RestoreBest && _best.Length != context.Network.CurrentParameters.Length)
            _best = new float[context.Network.CurrentParameters.Length];
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingContext context)
    {
        if (_figure.Improves(context.Epochs[^1]))
        {
            _wait = 0;
            if (RestoreBest)
                context.Network.CurrentParameters.CopyTo(_best);
            return;
        }

        _wait++;
        if (_wait >= Patience)
        {
            string epochs = _wait == 1 ? "epoch" : "epochs";
            context.StopTraining(string.Create(
                CultureInfo.InvariantCulture,
                $"The {_figure.Name} has not improved on the {Best:G6} of epoch {BestEpoch} for {_wait} {epochs}."));
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingContext context)
    {
        if (RestoreBest && BestEpoch > 0)
            context.Restore(_best, BestEpoch);
    }
}
