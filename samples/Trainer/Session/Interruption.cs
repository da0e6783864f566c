using Spectre.Console;

namespace Trainer.Session;

/// <summary>Ctrl+C while training: the first asks for an end after the current step, the second ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly bool _cursorIsHidden;

    /// <summary>Takes over Ctrl+C until it is disposed.</summary>
    /// <param name="cursorIsHidden">Whether a live display hides the cursor, which an end at once must show again.</param>
    public Interruption(bool cursorIsHidden)
    {
        _cursorIsHidden = cursorIsHidden;
        Console.CancelKeyPress += OnCancelKeyPress;
    }

    /// <summary>Cancelled by the first Ctrl+C.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The source is left as it is: a press may be under way on another thread.
        Console.CancelKeyPress -= OnCancelKeyPress;
    }

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs press)
    {
        if (!_source.IsCancellationRequested)
        {
            press.Cancel = true;
            _source.Cancel();
        }
        else if (_cursorIsHidden)
        {
            AnsiConsole.Cursor.Show();
            AnsiConsole.WriteLine();
        }
    }
}
