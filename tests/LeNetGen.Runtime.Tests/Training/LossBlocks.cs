using LeNetGen.Data;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

/// <summary>One block of outputs, and what a loss computes from it.</summary>
internal sealed class LossBlocks
{
    private readonly Dataset _dataset;
    private readonly int[] _labels;

    private LossBlocks(float[] outputs, int[] labels, Func<Dataset, Dataset> withTargets)
    {
        (Outputs, _labels) = (outputs, labels);
        string[] classes = [.. Enumerable.Range(0, outputs.Length / 16).Select(index => $"class {index}")];
        _dataset = withTargets(Dataset.FromBytes(
            "block", new Shape(1, 1, 1), new byte[labels.Length], [.. labels.Select(label => (byte)label)], classes));
    }

    /// <summary>Given outputs and labels, with one-hot targets.</summary>
    public static LossBlocks OneHot(float[] outputs, params int[] labels) =>
        new(outputs, labels, dataset => dataset.ToCategorical());

    /// <summary>Given outputs, with given targets.</summary>
    public static LossBlocks WithTargets(float[] outputs, params float[] targets) =>
        new(outputs, new int[targets.Length * 16 / outputs.Length], dataset => dataset.WithTargets(targets));

    /// <summary>Random outputs, labels and targets that are distributions.</summary>
    public static LossBlocks Random(int classes, int images) => new(
        RandomValues.Uniform<float>(classes, classes * 16, 20),
        RandomValues.Labels(images, images, classes),
        dataset => TrainingData.WithSoftTargets(dataset, classes));

    public float[] Outputs { get; }

    public ReadOnlySpan<int> Labels => _labels;

    public float[] Target(int lane) => _dataset.Target(lane).ToArray();

    /// <summary>[outputs] those of one image.</summary>
    public static float[] Lane(float[] block, int lane) => [.. Enumerable.Range(0, block.Length / 16).Select(k => block[k * 16 + lane])];

    public (float[] Losses, float[] Gradient) Compute(Loss loss, int batchSize, bool endsInSoftmax, bool inPlace = false)
    {
        float[] losses = new float[_labels.Length];
        float[] outputs = [.. Outputs];
        float[] gradient = inPlace ? outputs : new float[outputs.Length];
        int[] predicted = new int[_labels.Length];
        float[] targets = new float[outputs.Length];
        Array.Fill(targets, float.NaN);
        for (int i = 0; i < _labels.Length * _dataset.TargetLength; i++)
        {
            (int lane, int k) = Math.DivRem(i, _dataset.TargetLength);
            targets[k * 16 + lane] = Target(lane)[k];
        }

        if (!inPlace)
            Array.Fill(gradient, float.NaN);
        BlockRanking.Compute(outputs, arePenalties: false, _labels, predicted, new int[_labels.Length]);
        loss.Compute(new LossBlock
        {
            Outputs = outputs,
            EndsInSoftmax = endsInSoftmax,
            Predicted = predicted,
            Labels = _labels,
            Targets = targets,
            BatchSize = batchSize,
            Losses = losses,
            Gradient = gradient,
        });
        return (losses, gradient);
    }
}
