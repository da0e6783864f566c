namespace LeNetGen.Build.Weights;

/// <summary>A weights file cannot be used. The message is one sentence that names it.</summary>
internal sealed class WeightsFileException(string message) : Exception(message);
