using LeNetGen.Training;

namespace LeNetGen.Tests.Training.Callbacks;

/// <summary>Keeps the names of its calls, with epoch and step, and does something at each.</summary>
internal sealed class RecordingCallback(Action<string, TrainingContext>? atEach = null) : Callback
{
    public List<string> Calls { get; } = [];

    public override void OnTrainBegin(TrainingContext context) => Record("begin", context);

    public override void OnEpochBegin(TrainingContext context) => Record("epoch", context);

    public override void OnBatchEnd(TrainingContext context) => Record("batch", context);

    public override void OnEpochEnd(TrainingContext context) => Record("epoch end", context);

    public override void OnTrainEnd(TrainingContext context) => Record("end", context);

    private void Record(string call, TrainingContext context)
    {
        Calls.Add($"{call} {context.Epoch}.{context.Step}");
        atEach?.Invoke($"{call} {context.Epoch}.{context.Step}", context);
    }
}
