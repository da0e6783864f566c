namespace Trainer.Session;

/// <summary>Prints at once what it is told. (<see cref="Progress{T}"/> would print it later, from another thread.)</summary>
internal sealed class Notices : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value) => Console.Out.WriteLine(value);
}
