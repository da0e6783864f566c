namespace LeNetGen;

/// <summary>
/// Declares a network on a partial class. The layers follow as attributes, top to bottom; or they are attributes on
/// <c>static partial</c> methods, which a method <c>Node Forward(Node image)</c> calls. The generator adds the members of
/// <see cref="LeNetGen.Network"/> and code that is specialised for exactly these shapes.
/// </summary>
/// <param name="channels">Channels of an input image; 1 for grey levels.</param>
/// <param name="height">Rows of an input image, as the first layer sees it.</param>
/// <param name="width">Columns of an input image, as the first layer sees it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute(int channels, int height, int width) : Attribute
{
    /// <summary>Channels of an input image.</summary>
    public int Channels { get; } = channels;

    /// <summary>Rows of an input image.</summary>
    public int Height { get; } = height;

    /// <summary>Columns of an input image.</summary>
    public int Width { get; } = width;

    /// <summary>What all layers' weights are before training; <see cref="Initializer.GlorotUniform"/> unless declared.</summary>
    public Initializer KernelInitializer { get; set; }

    /// <summary>What all layers' biases are before training; <see cref="Initializer.Zeros"/> unless declared.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;
}
