using LeNetGen.Data;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>Training and evaluation of networks.</summary>
public static class NetworkTraining
{
    /// <summary>Trains a network on a dataset with softmax cross-entropy.</summary>
    /// <param name="network">The network, which starts with the parameters that it has.</param>
    /// <param name="training">The dataset.</param>
    /// <param name="optimizer">How the parameters change.</param>
    /// <param name="options">Epochs, batch size, validation and so on.</param>
    /// <param name="cancellation">Ends the training after the current step; the epochs finished by then are in the history.</param>
    /// <returns>The finished epochs and why the training ended.</returns>
    /// <exception cref="LeNetGenException">
    /// An option is out of range, or a dataset has no images, images that the network does not read or labels that it has no output for.
    /// </exception>
    public static History Fit(
        this Network network, Dataset training, Optimizer optimizer, FitOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(options);
        Require(options.Epochs >= 1, $"The number of epochs is {options.Epochs}; it must be at least 1.");
        Require(options.BatchSize >= 1, $"The batch size is {options.BatchSize}; it must be at least 1.");
        RequireThreads(options.Threads);
        DatasetFit.Require(network.Definition, training);
        (Dataset trained, Dataset? validation) = ValidationSplit.Apply(training, options);
        if (validation is not null)
            DatasetFit.Require(network.Definition, validation);

        using var run = new TrainingRun(network, trained, validation, optimizer, options);
        return run.Train(cancellation);
    }

    /// <summary>Tells how well a network does on a dataset.</summary>
    /// <param name="network">The network.</param>
    /// <param name="test">The dataset.</param>
    /// <param name="threads">How many threads compute, the calling one included. The result does not depend on it.</param>
    /// <exception cref="LeNetGenException">
    /// The dataset has no images, images that the network does not read or labels that it has no output for, or the number of threads is
    /// below 1 or above 256.
    /// </exception>
    public static Evaluation Evaluate(this Network network, Dataset test, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(test);
        RequireThreads(threads);
        using var workers = new WorkerPool(threads);
        var workspaces = new BlockWorkspace[threads];
        for (int i = 0; i < threads; i++)
            workspaces[i] = new BlockWorkspace(network);
        return Evaluator.Evaluate(network, test, workers, workspaces);
    }

    private static void RequireThreads(int threads) => Require(
        threads is >= 1 and <= WorkerPool.MaximumThreads,
        $"The number of threads is {threads}; it must be from 1 to {WorkerPool.MaximumThreads}.");

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new LeNetGenException(message);
    }
}
