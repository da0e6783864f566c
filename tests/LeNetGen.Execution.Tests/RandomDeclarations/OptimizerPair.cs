using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>An optimizer and the interpreter's counterpart. A new optimizer needs a line in <see cref="All"/>.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Reference">Its counterpart, at its start.</param>
internal sealed record OptimizerPair(string Name, Optimizer Optimizer, Func<ReferenceOptimizer<float>> Reference)
{
    private static readonly LearningRateSchedule s_cosine = new CosineDecay(0.05, decaySteps: 4, warmUpSteps: 1, warmUpStart: 0.01);
    private static readonly LearningRateSchedule s_steps = new StepDecay(0.1, everySteps: 1, factor: 0.3);

    /// <summary>Every kind of optimizer.</summary>
    public static IReadOnlyList<OptimizerPair> All { get; } =
    [
        new("SGD", new Sgd(0.05), () => ReferenceOptimizer<float>.Sgd(0.05)),
        new("SGD in steps", new Sgd(s_steps), () => ReferenceOptimizer<float>.Sgd(s_steps)),
        new("SGD with momentum", new Sgd(0.1, momentum: 0.9), () => ReferenceOptimizer<float>.Sgd(0.1, 0.9)),
        new("SGD with Nesterov's momentum", new Sgd(0.1, 0.9, nesterov: true), () => ReferenceOptimizer<float>.Sgd(0.1, 0.9, nesterov: true)),
        new("RMSprop", new RmsProp(), () => ReferenceOptimizer<float>.RmsProp(1e-3, 0.9, 1e-7, kerasEpsilon: true)),
        new(
            "RMSprop with PyTorch's epsilon",
            new RmsProp(placement: EpsilonPlacement.PyTorch),
            () => ReferenceOptimizer<float>.RmsProp(1e-3, 0.9, 1e-7, kerasEpsilon: false)),
        new("Adam", new Adam(s_cosine), () => ReferenceOptimizer<float>.Adam(s_cosine, 0.9, 0.999, 1e-7, kerasEpsilon: true)),
        new(
            "Adam with PyTorch's epsilon",
            new Adam(placement: EpsilonPlacement.PyTorch),
            () => ReferenceOptimizer<float>.Adam(1e-3, 0.9, 0.999, 1e-7, kerasEpsilon: false)),
        new(
            "AdamW",
            new AdamW(0.01, weightDecay: 0.02),
            () => ReferenceOptimizer<float>.AdamW(0.01, 0.02, 0.9, 0.999, 1e-7, kerasEpsilon: true)),
        new(
            "AdamW with PyTorch's epsilon",
            new AdamW(0.01, weightDecay: 0.02, placement: EpsilonPlacement.PyTorch),
            () => ReferenceOptimizer<float>.AdamW(0.01, 0.02, 0.9, 0.999, 1e-7, kerasEpsilon: false)),
        new(
            "stochastic diagonal Levenberg-Marquardt",
            new StochasticDiagonalLevenbergMarquardt(s_steps, damping: 0.5),
            () => ReferenceOptimizer<float>.StochasticDiagonalLevenbergMarquardt(s_steps, damping: 0.5)),
        new("SGD that clips each tensor", new Sgd(0.5) { ClipNorm = 0.05 }, () => ReferenceOptimizer<float>.Sgd(0.5)),
        new(
            "RMSprop that clips all tensors",
            new RmsProp { GlobalClipNorm = 0.2 },
            () => ReferenceOptimizer<float>.RmsProp(1e-3, 0.9, 1e-7, kerasEpsilon: true)),
    ];

    /// <summary>Clips a gradient as the optimizer wants it clipped.</summary>
    public void Clip(NetworkDefinition definition, Span<float> gradient)
    {
        if (Optimizer.ClipNorm is { } tensorNorm)
            ReferenceClipping.EachTensor(definition, gradient, tensorNorm);
        if (Optimizer.GlobalClipNorm is { } norm)
            ReferenceClipping.AllTogether(definition, gradient, norm);
    }
}
