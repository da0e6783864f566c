using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>Checks what is said of tensors before training.</summary>
internal static class InitializerChecks
{
    /// <summary>What is wrong with the defaults of all layers.</summary>
    public static IEnumerable<Problem> OfNetwork(NetworkDeclaration network)
    {
        string subject = $"Network '{network.Type.Name}'";
        foreach ((string tensor, InitializerDeclaration written) in new[] { ("Kernel", network.Kernel), ("Bias", network.Bias) })
        {
            string argument = tensor + nameof(Initializer);
            if (written.Initializer is { } initializer && !ValueChecks.IsDefined(initializer))
                yield return ValueChecks.Unknown(Anchor.OfNetwork(argument), subject, argument, initializer);
        }
    }

    /// <summary>What is wrong with a layer's initialisers.</summary>
    public static IEnumerable<Problem> OfLayer(LayerDeclaration layer, int index, NetworkDeclaration network)
    {
        var kernel = TensorInitializer.Of(layer.Kernel, network.Kernel, TensorInitializer.DefaultKernel);
        var bias = TensorInitializer.Of(layer.Bias, network.Bias, TensorInitializer.DefaultBias);
        return [.. OfTensor("Kernel", layer.Kernel, kernel, layer, index), .. OfTensor("Bias", layer.Bias, bias, layer, index)];
    }

    private static IEnumerable<Problem> OfTensor(
        string tensor, InitializerDeclaration written, TensorInitializer initializer, LayerDeclaration layer, int index)
    {
        (string kind, string number) = (tensor + nameof(Initializer), tensor + nameof(TensorInitializer.Constant));
        if (!ValueChecks.IsDefined(initializer.Kind))
        {
            // An undefined default is the network's problem.
            if (written.Initializer is not null)
                yield return ValueChecks.Unknown(Anchor.OfLayer(index, kind), $"Layer '{layer.Name}'", kind, initializer.Kind);
            yield break;
        }

        if (written.Constant is not float constant)
            yield break;
        Anchor anchor = Anchor.OfLayer(index, number);
        if (initializer.Kind != Initializer.Constant)
            yield return Problem.Of(DeclarationDescriptors.ConstantWithoutInitializer, anchor, layer.Name, number, kind, initializer.Kind);
        if (float.IsNaN(constant) || float.IsInfinity(constant))
            yield return Problem.Of(DeclarationDescriptors.ConstantNotFinite, anchor, layer.Name, number, constant);
    }
}
