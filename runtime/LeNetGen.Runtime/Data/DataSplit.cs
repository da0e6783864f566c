namespace LeNetGen.Data;

/// <summary>What a network learns from, and what it is tested on.</summary>
/// <param name="Training">The images to learn from.</param>
/// <param name="Test">The images that training never sees.</param>
public sealed record DataSplit(Dataset Training, Dataset Test)
{
    /// <summary>Where the images came from, for reports: the folder that they were read from, or how they were made.</summary>
    public string? Origin { get; init; }
}
