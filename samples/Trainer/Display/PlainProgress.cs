using LeNetGen.Training;

namespace Trainer.Display;

/// <summary>One line for each finished epoch: for files, pipes and terminals that only print.</summary>
internal sealed class PlainProgress : ProgressDisplay
{
    /// <inheritdoc/>
    public override History Show(Func<IProgress<TrainingProgress>, History> train) => train(this);

    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
        if (value.Finished is not { } epoch)
            return;
        if (epoch.Epoch == 1)
            Console.Out.WriteLine(EpochTable.Header(epoch));
        Console.Out.WriteLine(EpochTable.Line(value, epoch));
    }
}
