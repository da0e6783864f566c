using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

/// <summary>All losses, by name, which theories can show.</summary>
internal static class Losses
{
    public static IReadOnlyList<string> Names { get; } =
        [nameof(SparseCategoricalCrossEntropy), nameof(CategoricalCrossEntropy), nameof(MeanSquaredError), nameof(MaximumAPosteriori)];

    public static Loss Create(string name) => name switch
    {
        nameof(SparseCategoricalCrossEntropy) => new SparseCategoricalCrossEntropy(),
        nameof(CategoricalCrossEntropy) => new CategoricalCrossEntropy(),
        nameof(MaximumAPosteriori) => new MaximumAPosteriori(2.5),
        _ => new MeanSquaredError(),
    };
}
