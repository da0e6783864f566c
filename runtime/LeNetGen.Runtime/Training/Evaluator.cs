using LeNetGen.Data;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>One evaluation of a network on a whole dataset.</summary>
internal sealed class Evaluator
{
    private readonly Dataset _dataset;
    private readonly Loss _loss;
    private readonly BlockWorkspace[] _workspaces;
    private readonly bool _endsInSoftmax;
    private readonly bool _outputsArePenalties;
    private readonly float[] _losses;
    private readonly int[] _labels;
    private readonly int[] _predicted;
    private readonly int[] _ranks;

    private Evaluator(Network network, Dataset dataset, Loss loss, BlockWorkspace[] workspaces)
    {
        (_dataset, _loss, _workspaces, _endsInSoftmax) = (dataset, loss, workspaces, network.Definition.EndsInSoftmax);
        _outputsArePenalties = network.Definition.OutputsArePenalties;
        _losses = new float[dataset.Count];
        (_labels, _predicted, _ranks) = (new int[dataset.Count], new int[dataset.Count], new int[dataset.Count]);
    }

    /// <summary>Evaluates.</summary>
    /// <param name="network">The network.</param>
    /// <param name="dataset">A dataset that fits it and the loss.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="workspaces">A workspace for each thread.</param>
    public static Evaluation Evaluate(Network network, Dataset dataset, Loss loss, WorkerPool workers, BlockWorkspace[] workspaces)
    {
        DatasetFit.Require(network.Definition, dataset, loss);
        var evaluator = new Evaluator(network, dataset, loss, workspaces);
        workers.Run((dataset.Count + NetworkKernels.BlockSize - 1) / NetworkKernels.BlockSize, evaluator.EvaluateBlock);
        double sum = 0;
        foreach (float imageLoss in evaluator._losses)
            sum += imageLoss;
        var counts = new ClassificationCounts(network.OutputElements, dataset.Count);
        counts.Add(evaluator._labels, evaluator._predicted, evaluator._ranks);
        return counts.Evaluation(sum / dataset.Count, dataset.ClassNames);
    }

    private void EvaluateBlock(int block, int worker)
    {
        int first = block * NetworkKernels.BlockSize;
        int count = Math.Min(NetworkKernels.BlockSize, _dataset.Count - first);
        Span<int> indices = stackalloc int[count];
        Span<int> labels = _labels.AsSpan(first, count);
        for (int i = 0; i < count; i++)
            (indices[i], labels[i]) = (first + i, _dataset.Label(first + i));

        BlockWorkspace workspace = _workspaces[worker];
        workspace.Pack(_dataset, indices);
        workspace.Forward();
        Span<int> predicted = _predicted.AsSpan(first, count);
        BlockRanking.Compute(workspace.Outputs, _outputsArePenalties, labels, predicted, _ranks.AsSpan(first, count));
        if (_loss.UsesTargets)
            workspace.PackTargets(_dataset, indices);
        // The gradient comes along at no great cost and is not used.
        _loss.Compute(new LossBlock
        {
            Outputs = workspace.Outputs,
            EndsInSoftmax = _endsInSoftmax,
            Predicted = predicted,
            Labels = labels,
            Targets = workspace.Targets,
            BatchSize = _dataset.Count,
            Losses = _losses.AsSpan(first, count),
            Gradient = workspace.OutputGradient,
        });
    }
}
