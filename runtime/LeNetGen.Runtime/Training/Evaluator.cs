using LeNetGen.Data;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>One evaluation of a network on a whole dataset.</summary>
internal sealed class Evaluator
{
    private readonly Dataset _dataset;
    private readonly BlockWorkspace[] _workspaces;
    private readonly float[] _losses;
    private int _correct;

    private Evaluator(Dataset dataset, BlockWorkspace[] workspaces) =>
        (_dataset, _workspaces, _losses) = (dataset, workspaces, new float[dataset.Count]);

    /// <summary>Evaluates.</summary>
    /// <param name="network">The network.</param>
    /// <param name="dataset">A dataset that fits it.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="workspaces">A workspace for each thread.</param>
    public static Evaluation Evaluate(Network network, Dataset dataset, WorkerPool workers, BlockWorkspace[] workspaces)
    {
        DatasetFit.Require(network.Definition, dataset);
        var evaluator = new Evaluator(dataset, workspaces);
        workers.Run((dataset.Count + NetworkKernels.BlockSize - 1) / NetworkKernels.BlockSize, evaluator.EvaluateBlock);
        double sum = 0;
        foreach (float loss in evaluator._losses)
            sum += loss;
        return new Evaluation(sum / dataset.Count, (double)evaluator._correct / dataset.Count);
    }

    private void EvaluateBlock(int block, int worker)
    {
        int first = block * NetworkKernels.BlockSize;
        int count = Math.Min(NetworkKernels.BlockSize, _dataset.Count - first);
        Span<int> indices = stackalloc int[count];
        Span<int> labels = stackalloc int[count];
        for (int i = 0; i < count; i++)
            (indices[i], labels[i]) = (first + i, _dataset.Label(first + i));

        BlockWorkspace workspace = _workspaces[worker];
        workspace.Pack(_dataset, indices);
        workspace.Forward();
        // The gradient comes along at no great cost and is not used.
        int correct = SoftmaxCrossEntropy.Compute(
            workspace.Outputs, labels, share: 1, _losses.AsSpan(first, count), workspace.OutputGradient);
        Interlocked.Add(ref _correct, correct);
    }
}
