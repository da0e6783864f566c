using LeNetGen.Data;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>How <see cref="NetworkTraining.Fit"/> trains.</summary>
public sealed record FitOptions
{
    /// <summary>How often every training image is used.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Images in a step; the last step of an epoch takes what is left.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>
    /// The share of the dataset that is not trained on but validated with after each epoch, from 0 to below 1. As in Keras, it is the
    /// dataset's end, cut off before anything is shuffled.
    /// </summary>
    public double ValidationSplit { get; init; }

    /// <summary>A dataset of its own to validate with, in place of <see cref="ValidationSplit"/>.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>Whether each epoch takes the images in another order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// How each epoch distorts the training images, which must be raw then; null to train on them as they are. Validation images are never
    /// distorted.
    /// </summary>
    public AffineDistortion? Distortion { get; init; }

    /// <summary>
    /// The seed of those orders, of what dropout drops, of distortions, and of the images that a curvature is estimated on.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>How many threads compute, the calling one included. Results do not depend on it.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, WorkerPool.MaximumThreads);

    /// <summary>What is called as the training goes on, in this order, on the calling thread.</summary>
    public IReadOnlyList<Callback> Callbacks { get; init; } = [];

    /// <summary>Is told of every step, on the calling thread, which waits for it.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }
}
