namespace LeNetGen;

/// <summary>What is declared of a layer with parameters beside its sizes.</summary>
/// <param name="Activation">The function applied to every output element.</param>
/// <param name="NegativeSlope">The slope of a LeakyReLU.</param>
/// <param name="Kernel">What the weights are before training; null for what the network declares.</param>
/// <param name="KernelConstant">The weights' number where they are all the same.</param>
/// <param name="Bias">What the biases are before training; null for what the network declares.</param>
/// <param name="BiasConstant">The biases' number where they are all the same.</param>
internal readonly record struct DeclaredWeights(
    Activation Activation, float NegativeSlope, Initializer? Kernel, float KernelConstant, Initializer? Bias, float BiasConstant)
{
    /// <summary>The layer with all that is declared of it. Numbers that mean nothing are not in it.</summary>
    /// <exception cref="ArgumentException">The activation, an initialiser or the slope is none.</exception>
    public LayerDefinition Of(WeightedLayerDefinition layer, NetworkAttribute network)
    {
        Initializer kernel = Kernel ?? network.KernelInitializer, bias = Bias ?? network.BiasInitializer;
        Declared.RequireDefined(layer.Name, nameof(Activation), Activation);
        Declared.RequireDefined(layer.Name, nameof(layer.KernelInitializer), kernel);
        Declared.RequireDefined(layer.Name, nameof(layer.BiasInitializer), bias);
        WeightedLayerDefinition initialized = layer with
        {
            Activation = Activation,
            KernelInitializer = kernel,
            KernelConstant = kernel == Initializer.Constant ? KernelConstant : 0,
            BiasInitializer = bias,
            BiasConstant = bias == Initializer.Constant ? BiasConstant : 0,
        };
        if (Activation != Activation.LeakyReLU)
            return initialized;
        Declared.RequireSlope(layer.Name, NegativeSlope);
        return initialized with { NegativeSlope = NegativeSlope };
    }
}
