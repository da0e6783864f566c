using LeNetGen.Data;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

/// <summary>One block of outputs, and what a loss computes from it.</summary>
internal sealed class LossBlocks
{
    private readonly Dataset _dataset;
    private readonly int[] _labels;

    /// <summary>Random outputs, labels and targets that are distributions.</summary>
    public static LossBlocks Random(int classes, int images)
    {
        float[] targets = RandomValues.Uniform<float>(images + 7, images * classes);
        for (int image = 0; image < images; image++)
        {
            Span<float> target = targets.AsSpan(image * classes, classes);
            float sum = 0;
            foreach (ref float element in target)
                sum += element = Math.Abs(element);
            foreach (ref float element in target)
                element /= sum;
        }

        return new LossBlocks(
            RandomValues.Uniform<float>(classes, classes * 16, 20), RandomValues.Labels(images, images, classes), targets);
    }

    public LossBlocks(float[] outputs, int[] labels, float[] targets)
    {
        (Outputs, _labels) = (outputs, labels);
        string[] classes = [.. Enumerable.Range(0, outputs.Length / 16).Select(index => $"class {index}")];
        _dataset = Dataset.FromBytes(
            "block", new Shape(1, 1, 1), new byte[labels.Length], [.. labels.Select(label => (byte)label)], classes);
        _dataset = targets.Length == 0 ? _dataset.ToCategorical() : _dataset.WithTargets(targets);
    }

    public float[] Outputs { get; }

    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The same with one-hot targets.</summary>
    public LossBlocks Categorical() => new(Outputs, _labels, []);

    public float[] Target(int lane) => _dataset.Target(lane).ToArray();

    /// <summary>[outputs] those of one image.</summary>
    public static float[] Lane(float[] block, int lane) => [.. Enumerable.Range(0, block.Length / 16).Select(k => block[k * 16 + lane])];

    public (float[] Losses, float[] Gradient) Compute(Loss loss, int batchSize, bool endsInSoftmax, bool inPlace = false)
    {
        float[] losses = new float[_labels.Length];
        float[] outputs = [.. Outputs];
        float[] gradient = inPlace ? outputs : new float[outputs.Length];
        int[] predicted = new int[_labels.Length];
        if (!inPlace)
            Array.Fill(gradient, float.NaN);
        BlockRanking.Compute(outputs, _labels, predicted, new int[_labels.Length]);
        loss.Compute(new LossBlock
        {
            Outputs = outputs,
            EndsInSoftmax = endsInSoftmax,
            Predicted = predicted,
            Labels = _labels,
            Dataset = _dataset,
            Indices = [.. Enumerable.Range(0, _labels.Length)],
            BatchSize = batchSize,
            Losses = losses,
            Gradient = gradient,
        });
        return (losses, gradient);
    }
}
