using System.CommandLine;
using System.CommandLine.Parsing;
using LeNetGen;
using Trainer.Data;
using Trainer.Models;

namespace Trainer.CommandLine;

/// <summary>The command line: its options, and how they become <see cref="Options"/>.</summary>
internal sealed class TrainerCommand
{
    private const int MostEpochs = 100_000;
    private const int MostImagesInABatch = 65_536;

    /// <summary>The runtime's limit, too: more threads than processors help nobody but do no harm; more than these are a slip.</summary>
    private const int MostThreads = 256;

    private static readonly string[] DatasetKeys = [DatasetChoice.AutomaticKey, .. DatasetChoice.All.Select(choice => choice.Key)];

    private readonly ValueOption<ModelRecipe> _model = new(
        "--model", "MODEL", OneOf(ModelCatalogue.All.Select(recipe => recipe.Key)),
        $"The network: {string.Join(", ", ModelCatalogue.All.Select(recipe => $"{recipe.Key} ({recipe.Title})"))}. "
        + $"Default: {ModelCatalogue.All[0].Key}.",
        ModelCatalogue.Find);

    private readonly ValueOption<string> _dataset = new(
        "--dataset", "SET", OneOf(DatasetKeys),
        $"The images: {string.Join(", ", DatasetKeys)}. Default: {DatasetChoice.AutomaticKey}, the model's own data if it can be found "
        + "or downloaded, else digits that are drawn by the program.",
        text => DatasetKeys.Contains(text) ? text : null);

    private readonly ValueOption<string> _data = new(
        "--data", "DIR", "a folder that exists",
        "The folder of the images, instead of that of LENETGEN_DATA, the user's cache and a download.",
        text => Directory.Exists(text) ? text : null);

    private readonly ValueOption<int?> _epochs = new(
        "--epochs", "N", $"a whole number from 1 to {MostEpochs}",
        $"Times that every training image is seen. Default: {ByModel(recipe => $"{recipe.Epochs}")}; "
        + $"of synthetic digits {ByModel(recipe => $"{recipe.SyntheticEpochs ?? recipe.Epochs}")}.",
        OptionValue.WholeNumber(1, MostEpochs));

    private readonly ValueOption<int?> _batchSize = new(
        "--batch-size", "N", $"a whole number from 1 to {MostImagesInABatch}",
        $"Images in a step. Default: {ByModel(recipe => $"{recipe.BatchSize}")}.",
        OptionValue.WholeNumber(1, MostImagesInABatch));

    private readonly ValueOption<OptimizerChoice> _optimizer = new(
        "--optimizer", "NAME", OneOf(OptimizerChoice.All.Select(choice => choice.Key)),
        $"{string.Join(", ", OptimizerChoice.All.Select(choice => choice.Key))}. Default: {ByModel(recipe => recipe.Optimizer.Key)}.",
        OptimizerChoice.Find);

    private readonly ValueOption<double?> _learningRate = new(
        "--learning-rate", "X", "a number greater than 0",
        "The optimizer's learning rate. Default: 0.001, of sgd 0.01.",
        OptionValue.Number(rate => rate > 0));

    private readonly ValueOption<double?> _validationSplit = new(
        "--validation-split", "X", "a number from 0 to less than 1",
        "The fraction of the training images, taken from their end, that is kept for validation. Default: "
        + $"{ByModel(recipe => FormattableString.Invariant($"{recipe.ValidationSplit}"))}.",
        OptionValue.Number(split => split is >= 0 and < 1));

    private readonly ValueOption<int?> _threads = new(
        "--threads", "N", $"a whole number from 1 to {MostThreads}",
        $"Threads to compute with; results do not depend on them. Default: the processor's {Environment.ProcessorCount}.",
        OptionValue.WholeNumber(1, MostThreads));

    private readonly ValueOption<int?> _seed = new(
        "--seed", "N", $"a whole number from 0 to {int.MaxValue}",
        "The seed of the initial parameters and of the order of the images. Default: 0.",
        OptionValue.WholeNumber(0, int.MaxValue));

    private readonly ValueOption<string> _out = new(
        "--out", "DIR", "a folder",
        "The folder that gets model.safetensors, summary.txt, history.csv and history.svg.",
        text => text.Length > 0 ? text : null);

    private readonly ValueOption<string> _load = new(
        "--load", "FILE", "a file that exists",
        "The weights (safetensors) to start from, such as the model.safetensors of an earlier run.",
        text => File.Exists(text) ? text : null);

    private readonly Option<bool> _evaluate = Flag("--evaluate", "Evaluate the weights of --load on the test images, and stop.");

    private readonly Option<bool> _summary = Flag("--summary", "Print the model's layers, shapes and parameters, and stop.");

    /// <summary>Reads the command line.</summary>
    /// <returns>What it asks for; null where it asked for help, which has been printed.</returns>
    /// <exception cref="LeNetGenException">It makes no sense.</exception>
    public static Options? Read(string[] arguments) => new TrainerCommand().ReadOptions(arguments);

    private Options? ReadOptions(string[] arguments)
    {
        IReadOnlyList<Option> all =
        [
            _model, _dataset, _data, _epochs, _batchSize, _optimizer, _learningRate, _validationSplit, _threads, _seed, _out, _load,
            _evaluate, _summary,
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
        return null;
    }

    private Options OptionsOf(ParseResult result) => new()
    {
        Model = result.GetValue(_model) ?? ModelCatalogue.All[0],
        Dataset = DatasetChoice.Find(result.GetValue(_dataset) ?? DatasetChoice.AutomaticKey),
        DataFolder = result.GetValue(_data),
        Epochs = result.GetValue(_epochs),
        BatchSize = result.GetValue(_batchSize),
        Optimizer = result.GetValue(_optimizer),
        LearningRate = result.GetValue(_learningRate),
        ValidationSplit = result.GetValue(_validationSplit),
        Threads = result.GetValue(_threads) ?? Math.Min(Environment.ProcessorCount, MostThreads),
        Seed = result.GetValue(_seed) ?? 0,
        OutputFolder = result.GetValue(_out),
        WeightsFile = result.GetValue(_load),
        EvaluateOnly = result.GetValue(_evaluate),
        SummaryOnly = result.GetValue(_summary),
    };

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static string OneOf(IEnumerable<string> keys) => "one of " + string.Join(", ", keys);

    private static string ByModel(Func<ModelRecipe, string> figure) =>
        string.Join(", ", ModelCatalogue.All.Select(recipe => $"{recipe.Key} {figure(recipe)}"));
}
