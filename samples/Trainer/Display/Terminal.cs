using Spectre.Console;

namespace Trainer.Display;

/// <summary>What the standard output can show.</summary>
/// <param name="IsLive">Whether lines can be drawn over; if not, lines are only ever added, without colours.</param>
internal sealed record Terminal(bool IsLive)
{
    /// <summary>The terminal of this process. NO_COLOR (no-color.org) and TERM=dumb are honoured, and so is a redirected output.</summary>
    public static Terminal OfThisProcess() => new(
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true });
}
