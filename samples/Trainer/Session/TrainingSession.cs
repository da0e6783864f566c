using System.Globalization;
using LeNetGen;
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
        if (options.OutputBias is { } bias)
            SetOutputBias(network, (float)bias);
        TrainingData data = TrainingData.Find(options.Dataset, _recipe.Dataset, options.DataFolder, new Notices());
        if (options.Loss.Loss.UsesTargets)
            data = data.WithTargets();
        Console.Out.WriteLine(data.Description);
        if (options.WeightsFile is not null)
            Console.Out.WriteLine($"Parameters from {options.WeightsFile}.");
        if (options.EvaluateOnly)
        {
            Console.Out.Write(EvaluationTable.Of(Evaluate(network, data)));
            return ExitCode.Success;
        }

        Console.Out.WriteLine();
        Console.Out.Write(Summary.Of(network.Definition));
        Console.Out.WriteLine();
        return Train(network, data, folder);
    }

    private int Train(Network network, TrainingData data, OutputFolder? folder)
    {
        var plan = new TrainingPlan(options, data);
        Console.Out.WriteLine(plan.Describe(network.Width));
        FitOptions fit = folder is null ? plan.Fit : plan.Fit with { Callbacks = [.. plan.Fit.Callbacks, folder.HistoryLogger] };
        History history;
        var display = ProgressDisplay.For(terminal);
        using (Interruption interruption = new(cursorIsHidden: terminal.IsLive))
        {
            history = display.Show(progress => network.Fit(
                data.Split.Training, plan.Optimizer, options.Loss.Loss, fit with { Progress = progress }, interruption.Token));
        }

        if (history.StopReason == StopReason.Stopped)
            Console.Out.WriteLine(history.Message);
        if (plan.Kept is { } kept)
            Console.Out.WriteLine(kept);
        bool isDone = history.StopReason is StopReason.Finished or StopReason.Stopped;
        // The pictures show an evaluation, whatever ended the training.
        Evaluation? evaluation = isDone || folder is not null ? Evaluate(network, data) : null;
        if (folder is not null)
        {
            Console.Out.WriteLine(folder.Write(new TrainingReport
            {
                Title = $"{_recipe.Key} on {data.Source.Title}",
                Setting = plan.Setting,
                Network = network,
                History = history,
                Evaluation = evaluation,
                Images = data.Split.Test,
            }));
        }

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
                Console.Out.Write(EvaluationTable.Of(evaluation!));
                return ExitCode.Success;
        }
    }

    private Evaluation Evaluate(Network network, TrainingData data) =>
        network.Evaluate(data.Split.Test, options.Loss.Loss, options.Threads);

    private static void SetOutputBias(Network network, float value)
    {
        ParameterDefinition bias = network.Definition.Parameters.Last(parameter => parameter.IsBias);
        network.Parameters.Slice(bias.Offset, bias.Length).Fill(value);
    }
}
