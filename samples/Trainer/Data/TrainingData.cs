using System.Globalization;
using LeNetGen;
using LeNetGen.Data;

namespace Trainer.Data;

/// <summary>The images of a run, and what to tell the user about them.</summary>
/// <param name="Source">The data set that they are.</param>
/// <param name="Split">The images.</param>
/// <param name="Description">Says which data it is, where it is from and, of a stand-in, how to get the real data.</param>
internal sealed record TrainingData(DatasetChoice Source, DataSplit Split, string Description)
{
    /// <summary>Finds the images that were asked for.</summary>
    /// <param name="asked">The data set; null for <paramref name="preferred"/> if it can be had, else synthetic digits.</param>
    /// <param name="preferred">The model's own data set.</param>
    /// <param name="folder">The only folder to look in; null to look where data usually is.</param>
    /// <param name="notices">Told of downloads.</param>
    /// <exception cref="LeNetGenException">The data set that was asked for cannot be had, or a file of it is unsound.</exception>
    public static TrainingData Find(DatasetChoice? asked, DatasetChoice preferred, string? folder, IProgress<string> notices)
    {
        DatasetChoice source = asked ?? preferred;
        (DataSplit? split, string? reason) = source.TryLoad(folder, notices);
        if (split is not null)
            return new TrainingData(source, split, Describe(source, split));
        if (asked is not null)
            throw new LeNetGenException(reason!);

        (DataSplit? drawn, _) = DatasetChoice.Synthetic.TryLoad(null, notices);
        return new TrainingData(
            DatasetChoice.Synthetic, drawn!, $"{Describe(DatasetChoice.Synthetic, drawn!)}\nThey stand in for {preferred.Title}. {reason}");
    }

    /// <summary>The same images with their labels as one-hot targets too, for losses that need them.</summary>
    public TrainingData WithTargets() => this with
    {
        Split = Split with { Training = Split.Training.ToCategorical(), Test = Split.Test.ToCategorical() },
    };

    private static string Describe(DatasetChoice source, DataSplit split)
    {
        string origin = source == DatasetChoice.Synthetic ? "drawn by LeNetGen itself" : $"from {split.Origin}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Data: {source.Title}, {split.Training.Count:N0} training and {split.Test.Count:N0} test images, {origin}.");
    }
}
