namespace LeNetGen.Build;

/// <summary>What a build can say of a project, as docs/diagnostics has a page for each.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Title">What is asked for, in general.</param>
/// <param name="IsError">Whether the build fails of it.</param>
internal sealed record BuildMessage(string Id, string Title, bool IsError = true)
{
    /// <summary>What stands beside the severity on a message's page.</summary>
    public const string Category = "LeNetGen.Build";

    public static readonly BuildMessage WeightsFile = new("LNG5001", "A weights file must be sound");

    public static readonly BuildMessage Mode = new("LNG5002", "LeNetGenMode takes Training or Inference");

    public static readonly BuildMessage WeightsItem = new("LNG5003", "The item NetworkWeights names a network");

    public static readonly BuildMessage Vectors = new("LNG5004", "LeNetGenVectors takes v3, v4 or native");

    public static readonly BuildMessage NoVectors =
        new("LNG5005", "A native program needs the vector instructions of its processor", IsError: false);

    public static readonly BuildMessage MemoryReport = new("LNG5006", "LeNetGenMemoryReport takes true or false");

    public static readonly BuildMessage ReportFile = new("LNG5007", "A memory report must be writable");

    public static readonly IReadOnlyList<BuildMessage> All =
        [WeightsFile, Mode, WeightsItem, Vectors, NoVectors, MemoryReport, ReportFile];
}
