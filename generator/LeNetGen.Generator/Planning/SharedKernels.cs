using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Gives layers that share their parameters the same kernels, wherever these would be the same but for their names: those of the first
/// call.
/// </summary>
internal sealed class SharedKernels
{
    private readonly Dictionary<object, string> _names = [];

    /// <summary>Looks at all kernels first: the way back meets the last call first.</summary>
    public SharedKernels(IEnumerable<KernelStep> steps)
    {
        foreach (KernelStep step in steps)
        {
            // The first call has the shortest name.
            if (KernelOf(step) is { } kernel && (!_names.TryGetValue(kernel, out string? name) || step.Method.Length < name.Length))
                _names[kernel] = step.Method;
        }
    }

    /// <summary>The steps of a pass, some of which call the kernels of others.</summary>
    public EquatableArray<KernelStep> In(IEnumerable<KernelStep> steps) => steps.Select(Shared).ToEquatableArray();

    private KernelStep Shared(KernelStep step)
    {
        if (KernelOf(step) is not { } kernel)
            return step;
        string name = _names[kernel];
        return step switch
        {
            CorrelationStep s => s with { Kernel = s.Kernel with { Name = name } },
            ConvolutionGradientStep s => s with { Kernel = s.Kernel with { Name = name } },
            DenseGradientStep s => s with { Kernel = s.Kernel with { Name = name } },
            BiasGradientStep s => s with { Kernel = s.Kernel with { Name = name } },
            _ => step,
        };
    }

    /// <summary>What kernels have in common that are the same but for their names; null for one that is not looked at.</summary>
    private static object? KernelOf(KernelStep step) => step switch
    {
        CorrelationStep s => (s.Kernel with { Name = "", Summary = Owner(s) }, s.Strips is null),
        ConvolutionGradientStep s => s.Kernel with { Name = "", Layer = Anonymous(s.Kernel.Layer) },
        DenseGradientStep s => s.Kernel with { Name = "", Layer = Anonymous(s.Kernel.Layer) },
        BiasGradientStep s => (Owner(s), s.Kernel with { Name = "" }),
        _ => null,
    };

    private static string Owner(KernelStep step) => step.Layer!.SharesWith ?? step.Layer.Name;

    /// <summary>A layer as its kernels see it: its numbers, and whose parameters it computes with.</summary>
    private static T Anonymous<T>(T layer)
        where T : WeightedLayer => layer with
        {
            Name = layer.SharesWith ?? layer.Name,
            Inputs = default,
            SharesWith = null,
            Activation = ActivationFunction.None,
        };
}
