using LeNetGen.Training;

namespace Trainer.Display;

/// <summary>Shows how training goes on.</summary>
internal abstract class ProgressDisplay : IProgress<TrainingProgress>
{
    /// <summary>The display that suits the terminal: a live one, or plain lines.</summary>
    public static ProgressDisplay For(Terminal terminal) => terminal.IsLive ? new LiveProgress() : new PlainProgress();

    /// <summary>Trains while showing the progress.</summary>
    /// <param name="train">Trains, and reports to what it is given.</param>
    public abstract History Show(Func<IProgress<TrainingProgress>, History> train);

    /// <summary>Called by the training thread after every step; does and allocates nothing unless there is something to show.</summary>
    public abstract void Report(TrainingProgress value);
}
