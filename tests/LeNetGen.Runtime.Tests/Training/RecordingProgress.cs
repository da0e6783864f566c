using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

/// <summary>Keeps every report, and does something at each.</summary>
internal sealed class RecordingProgress(Action<TrainingProgress>? atEach = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Reports { get; } = [];

    public void Report(TrainingProgress value)
    {
        Reports.Add(value);
        atEach?.Invoke(value);
    }
}
