namespace LeNetGen.Training;

/// <summary>
/// Something that is called as a training goes on (Keras: Callback). Override what is needed. Every method is called on the thread that
/// called <see cref="NetworkTraining.Fit"/>, which waits for it, so it may read and write the network; what it throws ends the training
/// and passes through.
/// </summary>
public abstract class Callback
{
    /// <summary>Is called once, before the first step. A callback that cannot do its work says so here, by an exception.</summary>
    public virtual void OnTrainBegin(TrainingContext context)
    {
    }

    /// <summary>Is called before the first step of each epoch.</summary>
    public virtual void OnEpochBegin(TrainingContext context)
    {
    }

    /// <summary>Is called after each step, unless its loss was not finite.</summary>
    public virtual void OnBatchEnd(TrainingContext context)
    {
    }

    /// <summary>Is called after each finished epoch and its validation; the last of <see cref="TrainingContext.Epochs"/> is it.</summary>
    public virtual void OnEpochEnd(TrainingContext context)
    {
    }

    /// <summary>Is called once, when the training ends for any reason but an exception.</summary>
    public virtual void OnTrainEnd(TrainingContext context)
    {
    }
}
