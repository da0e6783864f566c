namespace Trainer.Models;

/// <summary>How long a training is, which the course of a learning rate depends on.</summary>
/// <param name="Epochs">Its epochs.</param>
/// <param name="StepsPerEpoch">The steps of each.</param>
/// <param name="WarmUp">Epochs in which the learning rate rises first.</param>
internal readonly record struct TrainingLength(int Epochs, long StepsPerEpoch, int WarmUp = 0)
{
    /// <summary>The steps of the whole training.</summary>
    public long Steps => Epochs * StepsPerEpoch;

    /// <summary>The steps in which the learning rate rises first.</summary>
    public long WarmUpSteps => WarmUp * StepsPerEpoch;
}
