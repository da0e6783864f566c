using System.Collections.Immutable;
using LeNetGen.Execution;

namespace LeNetGen;

/// <summary>A network with its parameters. The base of every declared network; the generator supplies definition and kernels.</summary>
/// <remarks>Any number of threads may predict at once, but not while parameters are written or trained.</remarks>
public abstract partial class Network
{
    private readonly AlignedBuffer _parameters;
    private readonly ImmutableArray<ParameterDefinition>[] _layerParameters;
    private readonly WorkspacePool<SingleWorkspace> _singleWorkspaces;
    private readonly WorkspacePool<BlockWorkspace> _blockWorkspaces;
    private long _parametersVersion;

    /// <summary>A network with the initial parameters that its definition asks for.</summary>
    /// <param name="definition">The network's layers and shapes.</param>
    /// <param name="kernels">The code for one vector width.</param>
    /// <param name="seed">The seed of the initial parameters; the same seed gives the same parameters on every machine.</param>
    protected Network(NetworkDefinition definition, NetworkKernels kernels, int seed)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(kernels);
        (Definition, Kernels) = (definition, kernels);
        OutputElements = definition.Output.Length;
        Packing = new InputPacking(definition.Input, kernels.SliceImages, kernels.SliceLength);
        _parameters = new AlignedBuffer(definition.ParameterCount);
        _layerParameters = [.. definition.Layers.Select(layer => layer.UsedParameters)];
        _singleWorkspaces = new WorkspacePool<SingleWorkspace>(() => new SingleWorkspace(this));
        _blockWorkspaces = new WorkspacePool<BlockWorkspace>(() => new BlockWorkspace(this));
        InitialParameters.Draw(definition, seed, _parameters.Span);
    }

    /// <summary>The network's layers and shapes.</summary>
    public NetworkDefinition Definition { get; }

    /// <summary>The vector width that this network computes at. Results do not depend on it.</summary>
    public VectorWidth Width => Kernels.Width;

    /// <summary>All parameters, flat; <see cref="Definition"/> tells the layout.</summary>
    /// <remarks>
    /// <see cref="Predict(ReadOnlySpan{float}, Span{float})"/> keeps a copy of the parameters in an order of its own, which each read
    /// of this property, or of a layer's parameters, outdates. So read it anew for what is written after a prediction.
    /// </remarks>
    public Span<float> Parameters
    {
        get
        {
            OutdatePacked();
            return _parameters.Span;
        }
    }

    /// <summary>
    /// The parameters that the layer of that name computes with, as views; what <see cref="Parameters"/> says of writing holds here too.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such layer, or it has no parameters.</exception>
    public LayerParameters Layer(string name)
    {
        ImmutableArray<LayerDefinition> layers = Definition.Layers;
        for (int index = 0; index < layers.Length; index++)
        {
            if (layers[index].Name == name)
                return Layer(index);
        }

        throw new ArgumentException($"Network '{Definition.Name}' has no layer '{name}'.", nameof(name));
    }

    /// <summary>The parameters of one layer, as views.</summary>
    /// <param name="index">The layer's index in the definition's layers.</param>
    /// <exception cref="ArgumentException">The layer has no parameters.</exception>
    protected LayerParameters Layer(int index)
    {
        ImmutableArray<ParameterDefinition> tensors = _layerParameters[index];
        if (tensors.IsEmpty)
            throw new ArgumentException($"Layer '{Definition.Layers[index].Name}' has no parameters.", nameof(index));
        return new LayerParameters(Parameters, tensors[0], tensors[1]);
    }

    internal NetworkKernels Kernels { get; }

    internal InputPacking Packing { get; }

    internal int OutputElements { get; }

    /// <summary>The parameters, to read: <see cref="Parameters"/> without its consequence.</summary>
    internal ReadOnlySpan<float> CurrentParameters => _parameters.Span;

    /// <summary>The parameters in whole vectors, to train; <see cref="OutdatePacked"/> must follow.</summary>
    internal AlignedBuffer ParameterBuffer => _parameters;

    /// <summary>Changes whenever the parameters may.</summary>
    internal long ParametersVersion => Volatile.Read(ref _parametersVersion);

    internal void OutdatePacked() => Interlocked.Increment(ref _parametersVersion);
}
