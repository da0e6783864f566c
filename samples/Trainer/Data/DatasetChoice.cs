using LeNetGen.Data;

namespace Trainer.Data;

/// <summary>A data set that --dataset can name.</summary>
/// <param name="Key">The value of --dataset.</param>
/// <param name="Title">What it is called.</param>
internal sealed record DatasetChoice(string Key, string Title)
{
    /// <summary>The value of --dataset that leaves the choice to the program.</summary>
    public const string AutomaticKey = "auto";

    public static DatasetChoice FashionMnist { get; } = new("fashion-mnist", "Fashion-MNIST");

    public static DatasetChoice Mnist { get; } = new("mnist", "MNIST");

    /// <summary>The digits that LeNetGen draws itself.</summary>
    public static DatasetChoice Synthetic { get; } = new("synthetic", "synthetic digits");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DatasetChoice> All { get; } = [FashionMnist, Mnist, Synthetic];

    /// <summary>The data set of a key, or null.</summary>
    public static DatasetChoice? Find(string key) => All.FirstOrDefault(choice => choice.Key == key);

    /// <summary>Loads it, or says in a sentence why it cannot be had.</summary>
    /// <param name="folder">The only folder to look in; null to look where data usually is, and to download.</param>
    /// <param name="notices">Told of downloads.</param>
    /// <exception cref="LeNetGen.LeNetGenException">The given folder does not have the set, or a file of it is unsound.</exception>
    public (DataSplit? Split, string? Reason) TryLoad(string? folder, IProgress<string> notices)
    {
        if (this == Synthetic)
            return (SyntheticDigits.Generate(), null);
        bool loaded = this == Mnist
            ? LeNetGen.Data.Mnist.TryLoad(folder, out DataSplit? split, out string? reason, notices)
            : LeNetGen.Data.FashionMnist.TryLoad(folder, out split, out reason, notices);
        return (loaded ? split : null, reason);
    }
}
