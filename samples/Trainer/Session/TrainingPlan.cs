using System.Globalization;
using LeNetGen;
using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Training;
using Trainer.CommandLine;
using Trainer.Data;
using Trainer.Models;

namespace Trainer.Session;

/// <summary>How a training goes, by the options and, where they are silent, by the model's recipe.</summary>
internal sealed class TrainingPlan
{
    private readonly Options _options;
    private readonly LearningRateSchedule _learningRate;
    private readonly EarlyStopping? _stopping;

    /// <summary>The plan for a data set.</summary>
    /// <exception cref="LeNetGenException">The warm-up takes the whole training.</exception>
    public TrainingPlan(Options options, TrainingData data)
    {
        (_options, ModelRecipe recipe) = (options, options.Model);
        int? epochs = options.Epochs ?? (data.Source == DatasetChoice.Synthetic ? recipe.SyntheticEpochs : null);
        Fit = new FitOptions
        {
            Epochs = epochs ?? recipe.Epochs,
            BatchSize = options.BatchSize ?? recipe.BatchSize,
            ValidationSplit = options.ValidationSplit ?? recipe.ValidationSplit,
            Seed = options.Seed,
            Threads = options.Threads,
            Distortion = options.Distort ? new AffineDistortion() : null,
        };
        if (options.WarmUp >= Fit.Epochs)
        {
            throw new LeNetGenException(string.Create(
                CultureInfo.InvariantCulture, $"Option '--warm-up' takes less than all epochs, which are {Fit.Epochs}, not '{options.WarmUp}'."));
        }

        // Keras' own expression for the images that are left to train on.
        int images = (int)Math.Floor(data.Split.Training.Count * (1 - Fit.ValidationSplit));
        long steps = Math.Max(1, (images + Fit.BatchSize - 1) / Fit.BatchSize);
        double? recipeRate = options.Optimizer == recipe.Optimizer ? recipe.LearningRate : null;
        _learningRate = options.Schedule.Create(
            options.LearningRate ?? recipeRate ?? options.Optimizer.LearningRate, new TrainingLength(Fit.Epochs, steps, options.WarmUp));
        Optimizer = options.Optimizer.Create(new OptimizerSettings(_learningRate)
        {
            Momentum = options.Momentum,
            Nesterov = options.Nesterov,
            ClipNorm = options.ClipNorm,
        });
        if (options.EarlyStopping is not null || options.KeepBest)
        {
            _stopping = new EarlyStopping(
                Fit.ValidationSplit > 0 ? Monitored.ValidationLoss : Monitored.Loss,
                options.EarlyStopping ?? int.MaxValue,
                restoreBest: options.KeepBest);
            Fit = Fit with { Callbacks = [_stopping] };
        }
    }

    /// <summary>Epochs, batch size and so on.</summary>
    public FitOptions Fit { get; }

    /// <summary>How the parameters change.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>What tells one training from another, in a few words.</summary>
    public string Setting
    {
        get
        {
            List<string> words = [_options.Optimizer.Title, $"learning rate {_learningRate}"];
            if (_options.Momentum > 0)
                words.Add(string.Create(CultureInfo.InvariantCulture, $"{(_options.Nesterov ? "Nesterov's " : "")}momentum {_options.Momentum}"));
            if (_options.ClipNorm is { } norm)
                words.Add(string.Create(CultureInfo.InvariantCulture, $"gradients clipped to norm {norm}"));
            words.Add(string.Create(CultureInfo.InvariantCulture, $"batch size {Fit.BatchSize}"));
            if (Fit.Distortion is not null)
                words.Add("distorted images");
            return string.Join(", ", words);
        }
    }

    /// <summary>Tells the user what is about to happen.</summary>
    public string Describe(VectorWidth width)
    {
        string vectors = width == VectorWidth.Scalar ? "no vectors" : $"vectors of {(int)width} bits";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Training {_options.Model.Key} for {Fit.Epochs} {(Fit.Epochs == 1 ? "epoch" : "epochs")} with {Setting},
            {_options.Loss.Loss.Name}, validation split {Fit.ValidationSplit}, seed {Fit.Seed}, threads {Fit.Threads}, {vectors}.
            """);
    }

    /// <summary>Says which epoch's parameters were kept; null where the last one's are.</summary>
    public string? Kept => _stopping is { RestoreBest: true, BestEpoch: > 0 and int best }
        ? string.Create(CultureInfo.InvariantCulture, $"Kept the parameters of epoch {best}, the best.")
        : null;
}
