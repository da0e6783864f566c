using Trainer.Data;
using Trainer.Models;

namespace Trainer.CommandLine;

/// <summary>What the command line asks for. Null where it leaves a number to the model's recipe.</summary>
internal sealed record Options
{
    public required ModelRecipe Model { get; init; }

    /// <summary>The data set; null for the model's own if it can be had, else synthetic digits.</summary>
    public DatasetChoice? Dataset { get; init; }

    /// <summary>The folder of the data; null to look where data usually is.</summary>
    public string? DataFolder { get; init; }

    public int? Epochs { get; init; }

    public int? BatchSize { get; init; }

    public required OptimizerChoice Optimizer { get; init; }

    public double? LearningRate { get; init; }

    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public required ScheduleChoice Schedule { get; init; }

    /// <summary>Epochs in which the learning rate rises.</summary>
    public int WarmUp { get; init; }

    /// <summary>The largest norm of a tensor's gradient; null for no limit.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>Whether each epoch distorts the training images.</summary>
    public bool Distort { get; init; }

    public required LossChoice Loss { get; init; }

    /// <summary>What the last layer's biases start from; null to leave them to the model.</summary>
    public double? OutputBias { get; init; }

    public double? ValidationSplit { get; init; }

    /// <summary>Epochs without improvement that end the training; null for none that do.</summary>
    public int? EarlyStopping { get; init; }

    /// <summary>Whether the parameters of the best epoch are the result, not the last one's.</summary>
    public bool KeepBest { get; init; }

    public required int Threads { get; init; }

    public required int Seed { get; init; }

    /// <summary>The folder for the results; null to write none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>The weights file to start from; null to start from initial parameters.</summary>
    public string? WeightsFile { get; init; }

    /// <summary>Whether to evaluate and stop.</summary>
    public bool EvaluateOnly { get; init; }

    /// <summary>Whether to print the summary and stop.</summary>
    public bool SummaryOnly { get; init; }
}
