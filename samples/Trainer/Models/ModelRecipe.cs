using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>A network and how its document compiles and fits it: what holds where the command line says nothing else.</summary>
internal sealed record ModelRecipe
{
    /// <summary>The value of --model that names it.</summary>
    public required string Key { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>A new network with parameters initialised from a seed.</summary>
    public required Func<int, Network> Create { get; init; }

    /// <summary>A network with the parameters of a weights file.</summary>
    /// <remarks>Throws <see cref="LeNetGenException"/> where the file does not hold them.</remarks>
    public required Func<string, Network> Load { get; init; }

    /// <summary>The real data that it is made for.</summary>
    public required DatasetChoice Dataset { get; init; }

    /// <summary>The optimizer.</summary>
    public required OptimizerChoice Optimizer { get; init; }

    /// <summary>The learning rate with that optimizer; null for the optimizer's own, which is most documents'.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The course of the learning rate.</summary>
    public ScheduleChoice Schedule { get; init; } = ScheduleChoice.Constant;

    /// <summary>What training makes smaller; labels need no preparation, so this is what most documents use.</summary>
    public LossChoice Loss { get; init; } = LossChoice.SparseCategoricalCrossEntropy;

    /// <summary>Times that every training image is seen.</summary>
    public required int Epochs { get; init; }

    /// <summary>The same on synthetic digits, where that is too few; null where it is not.</summary>
    public int? SyntheticEpochs { get; init; }

    /// <summary>Images in a step; Keras' own unless the document says otherwise.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The fraction of the training images, taken from their end, that is kept for validation.</summary>
    public double ValidationSplit { get; init; }
}
