using System.Diagnostics;

namespace LeNetGen.Training;

/// <summary>The figures of one epoch so far. Loss and accuracy are Keras' running means: each step weighs as its images do.</summary>
internal sealed class EpochMeter(int epoch, int epochs, int steps, int imageCount, int classCount)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ClassificationCounts _counts = new(classCount, imageCount);
    private double _lossSum;
    private int _images;
    private int _step;
    private double _learningRate;
    private TimeSpan _elapsed;

    /// <summary>The epoch, from 1.</summary>
    public int Epoch => epoch;

    private double Loss => _lossSum / _images;

    private double Accuracy => (double)_counts.Correct / _images;

    /// <summary>Counts the trainer's last step in.</summary>
    public void Add(Trainer trainer, double meanLoss)
    {
        int images = trainer.Labels.Length;
        _step++;
        _lossSum += meanLoss * images;
        _counts.Add(trainer.Labels, trainer.Predicted, trainer.Ranks);
        _images += images;
        _learningRate = trainer.LearningRate;
        _elapsed = Stopwatch.GetElapsedTime(_start);
    }

    /// <summary>The report on the last step.</summary>
    public TrainingProgress Progress(EpochRecord? finished) => new(
        epoch, epochs, _step, steps, Loss, Accuracy, _images / Math.Max(_elapsed.TotalSeconds, 1e-9),
        _elapsed * ((double)(imageCount - _images) / _images), finished)
    {
        LearningRate = _learningRate,
    };

    /// <summary>The record of the finished epoch.</summary>
    public EpochRecord Record(Evaluation? validation, double learningRate, IReadOnlyList<string> classNames) =>
        new(epoch, _counts.Evaluation(Loss, classNames), validation, learningRate, Stopwatch.GetElapsedTime(_start));
}
