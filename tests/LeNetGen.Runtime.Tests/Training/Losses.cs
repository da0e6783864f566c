using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

/// <summary>All losses, by name, which theories can show.</summary>
internal static class Losses
{
    public static IReadOnlyList<string> Names { get; } =
        [nameof(SparseCategoricalCrossEntropy), nameof(CategoricalCrossEntropy), nameof(MeanSquaredError)];

    public static Loss Create(string name) => name switch
    {
        nameof(SparseCategoricalCrossEntropy) => new SparseCategoricalCrossEntropy(),
        nameof(CategoricalCrossEntropy) => new CategoricalCrossEntropy(),
        _ => new MeanSquaredError(),
    };
}
