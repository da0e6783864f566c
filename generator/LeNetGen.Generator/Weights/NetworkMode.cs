using Microsoft.CodeAnalysis.Diagnostics;

namespace LeNetGen.Generator.Weights;

/// <summary>What networks are compiled for: the project's property LeNetGenMode.</summary>
internal enum NetworkMode
{
    /// <summary>Everything: training, prediction, weights from files.</summary>
    Training,

    /// <summary>The forward pass alone, with the weights inside.</summary>
    Inference,
}

/// <summary>What a project's build tells the compiler.</summary>
internal static class BuildSettings
{
    /// <summary>
    /// The mode; that of training where the project sets none. The package's targets refuse any other value, and MSBuild knows no case.
    /// </summary>
    public static NetworkMode ModeOf(AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        options.GlobalOptions.TryGetValue("build_property.LeNetGenMode", out string? mode)
        && mode.Equals(nameof(NetworkMode.Inference), StringComparison.OrdinalIgnoreCase)
            ? NetworkMode.Inference
            : NetworkMode.Training;

    /// <summary>Whether the project asks for memory reports, by its property LeNetGenMemoryReport.</summary>
    public static bool AsksForMemoryReport(AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        options.GlobalOptions.TryGetValue("build_property.LeNetGenMemoryReport", out string? asked)
        && asked.Equals("true", StringComparison.OrdinalIgnoreCase);
}
