using System.CommandLine;
using System.CommandLine.Parsing;
using LeNetGen;
using Trainer.Data;
using Trainer.Models;

namespace Trainer.CommandLine;

/// <summary>The command line: its options, and how they become <see cref="Options"/>.</summary>
internal sealed partial class TrainerCommand
{
    /// <summary>Reads the command line.</summary>
    /// <returns>What it asks for; null where it asked for help, which has been printed.</returns>
    /// <exception cref="LeNetGenException">It makes no sense.</exception>
    public static Options? Read(string[] arguments) => new TrainerCommand().ReadOptions(arguments);

    private Options? ReadOptions(string[] arguments)
    {
        IReadOnlyList<Option> all =
        [
            _model, _dataset, _data, _epochs, _batchSize, _optimizer, _learningRate, _momentum, _nesterov, _schedule, _warmUp, _clipNorm,
            _distort, _loss, _outputBias, _validationSplit, _earlyStopping, _keepBest, _threads, _seed, _out, _load, _evaluate, _summary,
        ];
        var command = new RootCommand("Trains a LeNet, declared with attributes and compiled by LeNetGen, and evaluates it.");
        foreach (Option option in all)
            command.Options.Add(option);
        // Neither "-abc" for three options nor "@file" for a file of them: a slip would be taken for something else.
        var configuration = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        ParseResult result = command.Parse(arguments, configuration);
        if (Problem(result, all) is { } problem)
            throw new LeNetGenException(problem + " Run with --help to see all options.");
        if (result.Action is not null)
        {
            result.Invoke();
            return null;
        }
        return OptionsOf(result);
    }

    /// <summary>The sentence that says what is wrong; null where nothing is.</summary>
    private string? Problem(ParseResult result, IReadOnlyList<Option> all)
    {
        if (result.Errors.Count > 0)
        {
            foreach (Option option in all)
            {
                if (result.GetResult(option) is not { Implicit: false } given)
                    continue;
                if (given.IdentifierTokenCount > 1)
                    return $"Option '{option.Name}' is given more than once.";
                if (option is IValueOption { Takes: { } takes } && given.Tokens.Count == 0)
                    return $"Option '{option.Name}' needs a value: {takes}.";
            }
            return result.UnmatchedTokens is [string unknown, ..] ? $"There is no option '{unknown}'." : result.Errors[0].Message;
        }

        return Contradiction(result);
    }

    /// <summary>The sentence about options that do not go together; null where all do.</summary>
    private string? Contradiction(ParseResult result)
    {
        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        if (IsGiven(_summary) && IsGiven(_evaluate))
            return "Options '--summary' and '--evaluate' exclude each other.";
        if (IsGiven(_evaluate) && !IsGiven(_load))
            return "Option '--evaluate' needs '--load', the weights to evaluate.";
        foreach (Option<bool> stop in (Option<bool>[])[_summary, _evaluate])
            if (IsGiven(stop) && IsGiven(_out))
                return $"Options '{stop.Name}' and '--out' exclude each other: only a training writes files.";
        if (IsGiven(_data) && result.GetValue(_dataset) == DatasetChoice.Synthetic.Key)
            return "Options '--data' and '--dataset synthetic' exclude each other: these digits are drawn, not read.";
        if (IsGiven(_outputBias) && IsGiven(_load))
            return "Options '--output-bias' and '--load' exclude each other: the file has the biases.";
        if (IsGiven(_momentum) && OptimizerOf(result).Key != OptimizerChoice.Sgd.Key)
            return $"Option '--momentum' needs '--optimizer {OptimizerChoice.Sgd.Key}'.";
        if (IsGiven(_nesterov) && result.GetValue(_momentum) is null or 0)
            return "Option '--nesterov' needs '--momentum', and more than 0 of it.";
        if (IsGiven(_warmUp) && ScheduleOf(result) != ScheduleChoice.Cosine)
            return $"Option '--warm-up' needs '--schedule {ScheduleChoice.Cosine.Key}'.";
        return null;
    }

    private Options OptionsOf(ParseResult result) => new()
    {
        Model = ModelOf(result),
        Dataset = DatasetChoice.Find(result.GetValue(_dataset) ?? DatasetChoice.AutomaticKey),
        DataFolder = result.GetValue(_data),
        Epochs = result.GetValue(_epochs),
        BatchSize = result.GetValue(_batchSize),
        Optimizer = OptimizerOf(result),
        LearningRate = result.GetValue(_learningRate),
        Momentum = result.GetValue(_momentum) ?? 0,
        Nesterov = result.GetValue(_nesterov),
        Schedule = ScheduleOf(result),
        WarmUp = result.GetValue(_warmUp) ?? 0,
        ClipNorm = result.GetValue(_clipNorm),
        Distort = result.GetValue(_distort),
        Loss = result.GetValue(_loss) ?? ModelOf(result).Loss,
        OutputBias = result.GetValue(_outputBias),
        ValidationSplit = result.GetValue(_validationSplit),
        EarlyStopping = result.GetValue(_earlyStopping),
        KeepBest = result.GetValue(_keepBest),
        Threads = result.GetValue(_threads) ?? Math.Min(Environment.ProcessorCount, MostThreads),
        Seed = result.GetValue(_seed) ?? 0,
        OutputFolder = result.GetValue(_out),
        WeightsFile = result.GetValue(_load),
        EvaluateOnly = result.GetValue(_evaluate),
        SummaryOnly = result.GetValue(_summary),
    };

    private ModelRecipe ModelOf(ParseResult result) => result.GetValue(_model) ?? ModelCatalogue.Default;

    private ScheduleChoice ScheduleOf(ParseResult result) => result.GetValue(_schedule) ?? ModelOf(result).Schedule;

    // A model's own optimizer is also meant by its key: PyTorch's Adam differs from Keras'.
    private OptimizerChoice OptimizerOf(ParseResult result)
    {
        OptimizerChoice own = ModelOf(result).Optimizer;
        return result.GetValue(_optimizer) is { } asked && asked.Key != own.Key ? asked : own;
    }
}
