using LeNetGen.Training;
using Spectre.Console;

namespace Trainer.Display;

/// <summary>A bar that fills during an epoch, below the lines of the finished ones.</summary>
internal sealed class LiveProgress : ProgressDisplay
{
    private const long MillisecondsBetweenFrames = 100;
    private readonly EpochBar _bar = new();
    private LiveDisplayContext? _display;
    private long _nextFrame;

    /// <inheritdoc/>
    public override History Show(Func<IProgress<TrainingProgress>, History> train) => AnsiConsole
        .Live(_bar)
        .AutoClear(true)
        .Start(display =>
        {
            _display = display;
            return train(this);
        });

    /// <inheritdoc/>
    public override void Report(TrainingProgress value)
    {
        if (value.Finished is { } epoch)
        {
            // What is written while the display is live goes where the bar is, and the bar below it. First blank it: a shorter line
            // would leave its end standing.
            _bar.Progress = null;
            _display!.Refresh();
            if (epoch.Epoch == 1)
                AnsiConsole.WriteLine(EpochTable.Header(epoch));
            AnsiConsole.WriteLine(EpochTable.Line(value, epoch));
            return;
        }

        long now = Environment.TickCount64;
        if (now < _nextFrame)
            return;
        _nextFrame = now + MillisecondsBetweenFrames;
        _bar.Progress = value;
        _display!.Refresh();
    }
}
