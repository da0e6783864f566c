namespace Trainer.Session;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The loss became infinite or no number.</summary>
    public const int Diverged = 1;

    /// <summary>An option, a file or a folder that the user gave is wrong.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;
}
