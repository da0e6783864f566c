using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>A loss and how its targets are drawn. A new loss needs a line in <see cref="All"/>.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="DrawTarget">Draws a target of so many elements; null if the loss uses labels.</param>
/// <param name="TakesPenalties">Whether it is for networks whose outputs are penalties; null for any network.</param>
internal sealed record LossKind(Loss Loss, Func<Random, int, float[]>? DrawTarget = null, bool? TakesPenalties = null)
{
    /// <summary>Every kind of loss.</summary>
    public static IReadOnlyList<LossKind> All { get; } =
    [
        new(new SparseCategoricalCrossEntropy(), TakesPenalties: false),
        new(new CategoricalCrossEntropy(), Shares, TakesPenalties: false),
        new(new MaximumAPosteriori(), TakesPenalties: true),
        new(new MeanSquaredError(), Numbers),
    ];

    /// <summary>One of those that a network can be trained with.</summary>
    public static LossKind Pick(Random random, NetworkDefinition network)
    {
        LossKind[] fitting = [.. All.Where(kind => kind.TakesPenalties is null || kind.TakesPenalties == network.OutputsArePenalties)];
        return fitting[random.Next(fitting.Length)];
    }

    // Some of them 0, but the first; in sum 1 but for rounding.
    private static float[] Shares(Random random, int length)
    {
        double[] weights = [.. Enumerable.Range(0, length).Select(k => k == 0 || random.Next(3) != 0 ? random.NextDouble() + 0.01 : 0)];
        double sum = weights.Sum();
        return [.. weights.Select(weight => (float)(weight / sum))];
    }

    private static float[] Numbers(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
}
