namespace LeNetGen;

/// <summary>
/// Something that the user gave is wrong: a file, a folder, an argument. The message is one sentence that names it, and is fit to be
/// shown as it stands.
/// </summary>
public sealed class LeNetGenException : Exception
{
    /// <summary>An error with its sentence.</summary>
    public LeNetGenException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its sentence and what caused it.</summary>
    public LeNetGenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
