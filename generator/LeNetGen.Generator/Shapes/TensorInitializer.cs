using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>What a tensor is before training.</summary>
/// <param name="Kind">Which initialiser.</param>
/// <param name="Constant">The number of <see cref="Initializer.Constant"/>; 0 for every other initialiser.</param>
internal readonly record struct TensorInitializer(Initializer Kind, float Constant)
{
    /// <summary>Keras' default for weights.</summary>
    public static TensorInitializer DefaultKernel => new(Initializer.GlorotUniform, 0);

    /// <summary>Keras' default for biases.</summary>
    public static TensorInitializer DefaultBias => new(Initializer.Zeros, 0);

    /// <summary>What a layer's tensor is: as the layer says, else as the network says, else the default.</summary>
    public static TensorInitializer Of(InitializerDeclaration layer, InitializerDeclaration network, TensorInitializer otherwise) =>
        new(layer.Initializer ?? network.Initializer ?? otherwise.Kind, layer.Constant ?? 0);
}
