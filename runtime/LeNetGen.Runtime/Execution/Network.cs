using LeNetGen.Execution;

namespace LeNetGen;

/// <summary>A network with its parameters. The base of every declared network; the generator supplies definition and kernels.</summary>
public abstract class Network
{
    private readonly NetworkKernels _kernels;
    private readonly AlignedBuffer _parameters;

    /// <summary>A network with freshly initialised parameters.</summary>
    /// <param name="definition">The network's layers and shapes.</param>
    /// <param name="kernels">The code for one vector width.</param>
    /// <param name="seed">The seed of the initial parameters.</param>
    protected Network(NetworkDefinition definition, NetworkKernels kernels, int seed)
    {
        Definition = definition;
        _kernels = kernels;
        _parameters = new AlignedBuffer(definition.ParameterCount);
    }

    /// <summary>The network's layers and shapes.</summary>
    public NetworkDefinition Definition { get; }

    /// <summary>All parameters, flat; <see cref="Definition"/> tells the layout.</summary>
    public Span<float> Parameters => _parameters.Span;

    internal NetworkKernels Kernels => _kernels;

    /// <summary>Reads the parameters from a safetensors file.</summary>
    public void LoadParameters(string path) => ArgumentNullException.ThrowIfNull(path);

    /// <summary>The parameters of one layer, as views.</summary>
    /// <param name="index">The layer's index in <see cref="Definition"/>.</param>
    protected LayerParameters Layer(int index) => new(Parameters, Definition.Layers[index]);
}
