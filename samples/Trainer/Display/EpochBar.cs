using System.Globalization;
using LeNetGen.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Trainer.Display;

/// <summary>The line of the epoch under way: a bar, loss and accuracy so far, images per second and the time left.</summary>
internal sealed class EpochBar : Renderable
{
    /// <summary>For the "^C" that a terminal echoes; and some wrap a line that fills them.</summary>
    private const int FreeColumns = 3;

    private const int LongestBar = 32;
    private const int ShortestBar = 8;
    private static readonly Style Done = new(Color.DodgerBlue1);
    private static readonly Style ToDo = new(Color.Grey35);

    /// <summary>The state to draw; null for an empty line.</summary>
    public TrainingProgress? Progress { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        if (Progress is not { } progress)
        {
            // Not nothing: a live display cannot measure that.
            yield return new Segment(" ");
            yield break;
        }

        string before = string.Create(CultureInfo.InvariantCulture, $"epoch {progress.Epoch}/{progress.Epochs}  ");
        string after = string.Create(
            CultureInfo.InvariantCulture,
            $"  loss {Figure.Of(progress.Loss)}  accuracy {Figure.Of(progress.Accuracy)}"
            + $"  {progress.ImagesPerSecond:N0} images/s  {TimeLeft(progress.Remaining)} left");
        int width = maxWidth - FreeColumns;
        int length = Math.Clamp(width - before.Length - after.Length, ShortestBar, LongestBar);
        int done = (int)((long)length * progress.Step / Math.Max(1, progress.Steps));
        after = Shortened(after, width - before.Length - length);

        yield return new Segment(before);
        yield return new Segment(new string(options.Unicode ? '━' : '#', done), Done);
        yield return new Segment(new string(options.Unicode ? '━' : '.', length - done), ToDo);
        yield return new Segment(after);
    }

    /// <summary>Without the last figures, where the terminal is too narrow for all; a figure is not cut through.</summary>
    private static string Shortened(string figures, int width)
    {
        while (figures.Length > Math.Max(0, width))
            figures = figures[..Math.Max(0, figures.LastIndexOf("  ", StringComparison.Ordinal))];
        return figures;
    }

    private static string TimeLeft(TimeSpan remaining)
    {
        double seconds = Math.Ceiling(remaining.TotalSeconds);
        return seconds < 100
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:F0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{remaining.TotalMinutes:F0} min");
    }
}
