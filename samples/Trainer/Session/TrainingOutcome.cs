using LeNetGen;
using LeNetGen.Training;
using Trainer.Data;

namespace Trainer.Session;

/// <summary>What a training has led to.</summary>
/// <param name="Network">The trained network.</param>
/// <param name="Data">What it was trained on and tested with.</param>
/// <param name="History">The course of the training.</param>
/// <param name="Evaluation">How well the network does on the test images.</param>
/// <param name="Title">What was trained, and how.</param>
internal sealed record TrainingOutcome(Network Network, TrainingData Data, History History, Evaluation Evaluation, string Title);
