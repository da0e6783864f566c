using System.Globalization;
using LeNetGen;
using LeNetGen.Execution;
using LeNetGen.Reporting;
using LeNetGen.Training;
using Trainer.CommandLine;
using Trainer.Data;
using Trainer.Display;
using Trainer.Models;

namespace Trainer.Session;

/// <summary>The main job: a model is trained on a data set and evaluated, and the results are written.</summary>
internal sealed class TrainingSession(Options options, Terminal terminal)
{
    private readonly ModelRecipe _recipe = options.Model;

    /// <summary>Does what the options ask for.</summary>
    /// <returns>The process's exit code, of <see cref="ExitCode"/>.</returns>
    /// <exception cref="LeNetGenException">Something that the user gave is wrong.</exception>
    public int Run()
    {
        if (options.SummaryOnly)
        {
            Console.Out.Write(Summary.Of(_recipe.Create(0).Definition));
            return ExitCode.Success;
        }

        // What can be wrong comes first; reading data takes seconds, training minutes.
        OutputFolder? folder = options.OutputFolder is { } path ? OutputFolder.Prepare(path) : null;
        Network network = options.WeightsFile is { } file ? _recipe.Load(file) : _recipe.Create(options.Seed);
        TrainingData data = TrainingData.Find(options.Dataset, _recipe.Dataset, options.DataFolder, new Notices());
        Console.Out.WriteLine(data.Description);
        if (options.WeightsFile is not null)
            Console.Out.WriteLine($"Parameters from {options.WeightsFile}.");
        if (options.EvaluateOnly)
            return Evaluate(network, data);

        Console.Out.WriteLine();
        Console.Out.Write(Summary.Of(network.Definition));
        Console.Out.WriteLine();
        return Train(network, data, folder);
    }

    private int Train(Network network, TrainingData data, OutputFolder? folder)
    {
        bool isSynthetic = data.Source == DatasetChoice.Synthetic;
        OptimizerChoice choice = options.Optimizer ?? _recipe.Optimizer;
        double learningRate = options.LearningRate ?? choice.LearningRate;
        Optimizer optimizer = choice.Create(learningRate);
        var fit = new FitOptions
        {
            Epochs = options.Epochs ?? (isSynthetic ? _recipe.SyntheticEpochs : _recipe.Epochs),
            BatchSize = options.BatchSize ?? _recipe.BatchSize,
            ValidationSplit = options.ValidationSplit ?? _recipe.ValidationSplit,
            Seed = options.Seed,
            Threads = options.Threads,
        };
        string setting = string.Create(
            CultureInfo.InvariantCulture, $"{choice.Title}, learning rate {learningRate}, batch size {fit.BatchSize}");
        string vectors = network.Width == VectorWidth.Scalar ? "no vectors" : $"vectors of {(int)network.Width} bits";
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Training {_recipe.Key} for {fit.Epochs} {(fit.Epochs == 1 ? "epoch" : "epochs")} with {setting},
            validation split {fit.ValidationSplit}, seed {fit.Seed}, threads {fit.Threads}, {vectors}.
            """));

        History history;
        var display = ProgressDisplay.For(terminal);
        using (Interruption interruption = new(cursorIsHidden: terminal.IsLive))
        {
            history = display.Show(progress =>
                network.Fit(
                    data.Split.Training, optimizer, new SparseCategoricalCrossEntropy(), fit with { Progress = progress },
                    interruption.Token));
        }

        if (folder is not null)
            Console.Out.WriteLine(folder.Write(network, history, $"{_recipe.Key} on {data.Source.Title}: {setting}"));
        switch (history.StopReason)
        {
            case StopReason.Cancelled:
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"Stopped by Ctrl+C after {history.Epochs.Count} of {fit.Epochs} epochs."));
                return ExitCode.Interrupted;
            case StopReason.LossNotFinite:
                Console.Error.WriteLine(history.Message);
                return ExitCode.Diverged;
            default:
                return Evaluate(network, data);
        }
    }

    private int Evaluate(Network network, TrainingData data)
    {
        Evaluation evaluation = network.Evaluate(data.Split.Test, new SparseCategoricalCrossEntropy(), options.Threads);
        Console.Out.WriteLine($"test loss {Figure.Of(evaluation.Loss)}, test accuracy {Figure.Of(evaluation.Accuracy)}");
        return ExitCode.Success;
    }
}
