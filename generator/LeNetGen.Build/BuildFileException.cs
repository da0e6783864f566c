namespace LeNetGen.Build;

/// <summary>A file cannot be read or written as it should be. The message is one sentence that names it.</summary>
internal sealed class BuildFileException(string message) : Exception(message);
