using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>An optimizer and the interpreter's counterpart.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Reference">Its counterpart, at its start.</param>
internal sealed record OptimizerPair(string Name, Optimizer Optimizer, Func<ReferenceOptimizer<float>> Reference)
{
    /// <summary>Every kind of optimizer.</summary>
    public static IReadOnlyList<OptimizerPair> All { get; } =
    [
        new("SGD", new Sgd(0.05), () => ReferenceOptimizer<float>.Sgd(0.05)),
        new("SGD with momentum", new Sgd(0.1, momentum: 0.9), () => ReferenceOptimizer<float>.Sgd(0.1, 0.9)),
        new("RMSprop", new RmsProp(), () => ReferenceOptimizer<float>.RmsProp(1e-3, 0.9, 1e-7)),
        new("Adam", new Adam(), () => ReferenceOptimizer<float>.Adam(1e-3, 0.9, 0.999, 1e-7, kerasEpsilon: true)),
        new(
            "Adam, PyTorch's epsilon",
            new Adam(placement: EpsilonPlacement.PyTorch),
            () => ReferenceOptimizer<float>.Adam(1e-3, 0.9, 0.999, 1e-7, kerasEpsilon: false)),
    ];
}
