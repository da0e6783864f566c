using System.CommandLine;
using System.Globalization;
using Trainer.Data;
using Trainer.Models;

namespace Trainer.CommandLine;

/// <content>What the options are called, take and say in the help.</content>
internal sealed partial class TrainerCommand
{
    private const int MostEpochs = 100_000;
    private const int MostImagesInABatch = 65_536;

    /// <summary>The runtime's limit, too: more threads than processors help nobody but do no harm; more than these are a slip.</summary>
    private const int MostThreads = 256;

    private static readonly string[] DatasetKeys = [DatasetChoice.AutomaticKey, .. DatasetChoice.All.Select(choice => choice.Key)];

    private readonly ValueOption<ModelRecipe> _model = new(
        "--model", "MODEL", OneOf(ModelCatalogue.All.Select(recipe => recipe.Key)),
        $"The network: {string.Join(", ", ModelCatalogue.All.Select(recipe => $"{recipe.Key} ({recipe.Title})"))}. "
        + $"Default: {ModelCatalogue.Default.Key}.",
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
        "The optimizer's learning rate. Default: 0.001, of sgd 0.01, of sdlm 0.0005"
        + $"{string.Concat(ModelCatalogue.All.Select(OwnRate))}.",
        OptionValue.Number(rate => rate > 0));

    private readonly ValueOption<double?> _momentum = new(
        "--momentum", "X", "a number from 0 to less than 1",
        "How much of a step's direction stays in the next, with --optimizer sgd. Default: 0.",
        OptionValue.Number(momentum => momentum is >= 0 and < 1));

    private readonly Option<bool> _nesterov = Flag("--nesterov", "Look ahead along that direction, as Nesterov's steps do.");

    private readonly ValueOption<ScheduleChoice> _schedule = new(
        "--schedule", "NAME", OneOf(ScheduleChoice.All.Select(choice => choice.Key)),
        "The course of the learning rate: constant; step, a tenth of it after each third of the training; cosine, half a wave down to 0; "
        + "passes, that of 1998, which falls to 0.4, 0.2, 0.1 and 0.02 of it after 2, 5, 8 and 12 epochs. "
        + $"Default: {ByModel(recipe => recipe.Schedule.Key)}.",
        ScheduleChoice.Find);

    private readonly ValueOption<int?> _warmUp = new(
        "--warm-up", "N", $"a whole number from 0 to {MostEpochs}",
        "Epochs in which the learning rate rises from 0 first, with --schedule cosine. Default: 0.",
        OptionValue.WholeNumber(0, MostEpochs));

    private readonly ValueOption<double?> _clipNorm = new(
        "--clip-norm", "X", "a number greater than 0",
        "The largest norm of each weight's or bias's gradient; a larger one is scaled down to it. Default: no limit.",
        OptionValue.Number(norm => norm > 0));

    private readonly Option<bool> _distort = Flag(
        "--distort", "Shift, scale, squeeze and shear the training images at random, anew in each epoch.");

    private readonly ValueOption<LossChoice> _loss = new(
        "--loss", "NAME", OneOf(LossChoice.All.Select(choice => choice.Key)),
        $"What the training makes smaller: {string.Join(", ", LossChoice.All.Select(choice => choice.Key))}. "
        + $"Default: {ByModel(recipe => recipe.Loss.Key)}.",
        LossChoice.Find);

    private readonly ValueOption<double?> _outputBias = new(
        "--output-bias", "X", "a number that a float can hold",
        "What the biases of the last layer start from. The ReLU after torch's last layer leaves a class dead whose output starts below 0 for "
        + "all images; with 1 none does. Default: the model's own.",
        OptionValue.Number(bias => float.IsFinite((float)bias)));

    private readonly ValueOption<double?> _validationSplit = new(
        "--validation-split", "X", "a number from 0 to less than 1",
        "The fraction of the training images, taken from their end, that is kept for validation. Default: "
        + $"{ByModel(recipe => FormattableString.Invariant($"{recipe.ValidationSplit}"))}.",
        OptionValue.Number(split => split is >= 0 and < 1));

    private readonly ValueOption<int?> _earlyStopping = new(
        "--early-stopping", "N", $"a whole number from 1 to {MostEpochs}",
        "End when so many epochs in a row have not improved the validation loss; the training loss, where no images are kept for validation.",
        OptionValue.WholeNumber(1, MostEpochs));

    private readonly Option<bool> _keepBest = Flag("--keep-best", "End with the parameters of the best epoch, by the same figure.");

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
        "The folder that gets the weights, the summary, the history as a table and all pictures, and a report.html that shows everything.",
        text => text.Length > 0 ? text : null);

    private readonly ValueOption<string> _load = new(
        "--load", "FILE", "a file that exists",
        "The weights (safetensors) to start from, such as the model.safetensors of an earlier run.",
        text => File.Exists(text) ? text : null);

    private readonly Option<bool> _evaluate = Flag("--evaluate", "Evaluate the weights of --load on the test images, and stop.");

    private readonly Option<bool> _summary = Flag("--summary", "Print the model's layers, shapes and parameters, and stop.");

    private static string OwnRate(ModelRecipe recipe) => recipe.LearningRate is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"; {rate} for {recipe.Key} with {recipe.Optimizer.Key}")
        : "";

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static string OneOf(IEnumerable<string> keys) => "one of " + string.Join(", ", keys);

    private static string ByModel(Func<ModelRecipe, string> figure) => string.Join("; ", ModelCatalogue.All
        .GroupBy(figure, recipe => recipe.Key)
        .Select(models => $"{models.Key} for {string.Join(", ", models)}"));
}
