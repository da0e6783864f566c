using System.Diagnostics;

namespace LeNetGen.Training;

/// <summary>The figures of one epoch so far. Loss and accuracy are Keras' running means: each step weighs as its images do.</summary>
internal sealed class EpochMeter(int epoch, int epochs, int steps, int imageCount)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private double _lossSum;
    private int _correct;
    private int _images;
    private int _step;
    private TimeSpan _elapsed;

    /// <summary>The epoch, from 1.</summary>
    public int Epoch => epoch;

    private double Loss => _lossSum / _images;

    private double Accuracy => (double)_correct / _images;

    /// <summary>Counts one step in.</summary>
    public void Add(int images, double meanLoss, int correct)
    {
        _step++;
        _lossSum += meanLoss * images;
        _correct += correct;
        _images += images;
        _elapsed = Stopwatch.GetElapsedTime(_start);
    }

    /// <summary>The report on the last step.</summary>
    public TrainingProgress Progress(EpochRecord? finished) => new(
        epoch, epochs, _step, steps, Loss, Accuracy, _images / Math.Max(_elapsed.TotalSeconds, 1e-9),
        _elapsed * ((double)(imageCount - _images) / _images), finished);

    /// <summary>The record of the finished epoch.</summary>
    public EpochRecord Record(Evaluation? validation) =>
        new(epoch, Loss, Accuracy, validation?.Loss, validation?.Accuracy, Stopwatch.GetElapsedTime(_start));
}
