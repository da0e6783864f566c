using System.Globalization;
using LeNetGen.Data;

namespace LeNetGen.Training;

/// <summary>Which images are trained on and which validated with.</summary>
internal static class ValidationSplit
{
    /// <summary>Splits as the options ask: the validation images are the dataset's last, as in Keras.</summary>
    /// <exception cref="LeNetGenException">
    /// The share is out of range or leaves nothing to one side, or a validation dataset is given too.
    /// </exception>
    public static (Dataset Training, Dataset? Validation) Apply(Dataset dataset, FitOptions options)
    {
        double share = options.ValidationSplit;
        if (share is not (>= 0 and < 1))
            throw new LeNetGenException(Sentence($"The validation split is {share}; it must be at least 0 and below 1."));
        if (share == 0)
            return (dataset, options.Validation);
        if (options.Validation is not null)
        {
            throw new LeNetGenException(Sentence(
                $"The validation split is {share}, but there is a validation dataset too, '{options.Validation.Name}'; give one of them."));
        }

        // Keras' own expression, rounding errors included, so that both train on the same images.
        int trainingCount = (int)Math.Floor(dataset.Count * (1 - share));
        if (trainingCount == 0 || trainingCount == dataset.Count)
        {
            string lack = trainingCount == 0 ? "train on" : "validate with";
            throw new LeNetGenException(Sentence(
                $"A validation split of {share} leaves none of the {dataset.Count} images of '{dataset.Name}' to {lack}."));
        }

        return (dataset.Slice(0, trainingCount), dataset.Slice(trainingCount, dataset.Count - trainingCount));
    }

    private static string Sentence(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
