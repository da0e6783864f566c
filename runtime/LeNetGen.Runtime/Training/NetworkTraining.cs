using LeNetGen.Data;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>Training and evaluation of networks.</summary>
public static class NetworkTraining
{
    /// <summary>Trains a network on a dataset.</summary>
    /// <param name="network">The network, which starts with the parameters that it has.</param>
    /// <param name="training">The dataset.</param>
    /// <param name="optimizer">How the parameters change.</param>
    /// <param name="loss">What the training makes smaller.</param>
    /// <param name="options">Epochs, batch size, validation, callbacks and so on; Keras' defaults where there are none.</param>
    /// <param name="cancellation">Ends the training after the current step; the epochs finished by then are in the history.</param>
    /// <returns>The finished epochs and why the training ended.</returns>
    /// <exception cref="LeNetGenException">
    /// An option is out of range, or distortions are asked for of images that are floats, or the network's outputs are not what the loss
    /// takes them for, or a dataset has no images, images that the network does not read, labels that it has no output for or targets that
    /// the loss cannot work with.
    /// </exception>
    /// <remarks>What a callback throws passes through; the network's parameters are then those of the last step.</remarks>
    public static History Fit(
        this Network network, Dataset training, Optimizer optimizer, Loss loss, FitOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(loss);
        options ??= new FitOptions();
        if (options.Callbacks.Contains(null!))
            throw new ArgumentException("One of the callbacks is null.", nameof(options));
        Require(options.Epochs >= 1, $"The number of epochs is {options.Epochs}; it must be at least 1.");
        Require(options.BatchSize >= 1, $"The batch size is {options.BatchSize}; it must be at least 1.");
        RequireThreads(options.Threads);
        DatasetFit.Require(network.Definition, training, loss);
        if (options.Distortion is not null)
            AffineDistortion.RequireRaw(training);
        (Dataset trained, Dataset? validation) = ValidationSplit.Apply(training, options);
        if (validation is not null)
            DatasetFit.Require(network.Definition, validation, loss);

        using var run = new TrainingRun(network, trained, validation, optimizer, loss, options);
        return run.Train(cancellation);
    }

    /// <summary>Tells how well a network does on a dataset.</summary>
    /// <param name="network">The network.</param>
    /// <param name="test">The dataset.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="threads">How many threads compute, the calling one included. The result does not depend on it.</param>
    /// <exception cref="LeNetGenException">
    /// The dataset has no images, images that the network does not read, labels that it has no output for or targets that the loss cannot
    /// work with; or the number of threads is below 1 or above 256.
    /// </exception>
    public static Evaluation Evaluate(this Network network, Dataset test, Loss loss, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(loss);
        RequireThreads(threads);
        using var workers = new WorkerPool(threads);
        var workspaces = new BlockWorkspace[threads];
        for (int i = 0; i < threads; i++)
            workspaces[i] = new BlockWorkspace(network);
        return Evaluator.Evaluate(network, test, loss, workers, workspaces);
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
