using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>
/// A declared network with every number worked out: what summaries, plots, the reference interpreter and weights files read.
/// The generator writes it; it agrees with the generated kernels by construction.
/// </summary>
public sealed class NetworkDefinition
{
    /// <summary>What <see cref="InputsOf"/> calls the network's input.</summary>
    public const int InputIndex = -1;

    private readonly ImmutableArray<ImmutableArray<int>> _inputs;

    /// <summary>A network of layers, each of which reads what the one before it writes.</summary>
    /// <exception cref="ArgumentException">
    /// There are no layers, or a layer does not read the shape that the one before it writes, or its parameters do not follow those
    /// of the layers before it.
    /// </exception>
    public NetworkDefinition(string name, InputDefinition input, ImmutableArray<LayerDefinition> layers)
        : this(name, input, layers, layers.IsDefault ? [] : [.. layers.Select((_, index) => ImmutableArray.Create(index - 1))])
    {
    }

    /// <summary>A graph of layers, in an order in which each comes after those that it reads.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="layers">The layers; the last one writes the network's output.</param>
    /// <param name="inputs">[layers] the indices of what each layer reads, <see cref="InputIndex"/> for the network's input.</param>
    /// <exception cref="ArgumentException">
    /// There are no layers; or a layer reads one that does not come before it, or another number of them than its kind does, or another
    /// shape than that one writes; or nobody reads one that is not the last; or its parameters neither follow those of the layers before it
    /// nor are those of the layer that it shares with.
    /// </exception>
    public NetworkDefinition(
        string name, InputDefinition input, ImmutableArray<LayerDefinition> layers, ImmutableArray<ImmutableArray<int>> inputs)
    {
        if (layers.IsDefaultOrEmpty)
            throw new ArgumentException($"Network '{name}' has no layers.", nameof(layers));
        if (inputs.Length != layers.Length)
            throw new ArgumentException($"Network '{name}' has {layers.Length} layers, but inputs of {inputs.Length}.", nameof(inputs));
        (Name, Input, Layers, _inputs) = (name, input, layers, inputs);
        for (int i = 0; i < layers.Length; i++)
        {
            RequireInputs(i);
            RequireParameters(layers[i]);
            ParameterCount += layers[i].ParameterCount;
        }

        for (int i = 0; i < layers.Length - 1; i++)
        {
            if (!ReadersOf(i).Any())
                throw new ArgumentException($"Nothing reads layer '{layers[i].Name}'.", nameof(inputs));
        }
    }

    /// <summary>The network's name: its class's.</summary>
    public string Name { get; }

    /// <summary>The input's shape and the treatment of raw pixels.</summary>
    public InputDefinition Input { get; }

    /// <summary>The layers, in the order in which they are computed; the last one writes the network's output.</summary>
    public ImmutableArray<LayerDefinition> Layers { get; }

    /// <summary>Whether every layer reads what the one before it writes.</summary>
    public bool IsSequential => _inputs.Select((inputs, index) => inputs is [var only] && only == index - 1).All(follows => follows);

    /// <summary>The shape of what the last layer writes.</summary>
    public Shape Output => Layers[^1].Output;

    /// <summary>Whether the last layer ends in softmax, so that its outputs are probabilities.</summary>
    public bool EndsInSoftmax => Layers[^1].Activation == Activation.Softmax;

    /// <summary>
    /// Whether the outputs are penalties, those of radial basis functions: then the class predicted is that of the smallest.
    /// </summary>
    public bool OutputsArePenalties => Layers[^1] is RbfDefinition;

    /// <summary>The number of parameters of all layers.</summary>
    public int ParameterCount { get; }

    /// <summary>All parameter tensors, in the order of the network's flat parameters.</summary>
    public IEnumerable<ParameterDefinition> Parameters => Layers.SelectMany(layer => layer.Parameters);

    /// <summary>Multiply-adds of the forward pass, for one image.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>
    /// The layers that a layer reads, in the order of its operands, by their indices; <see cref="InputIndex"/> is the network's input.
    /// </summary>
    /// <param name="layer">The layer's index.</param>
    public ImmutableArray<int> InputsOf(int layer) => _inputs[layer];

    /// <summary>The layers that read a layer, ascending, by their indices.</summary>
    /// <param name="layer">The layer's index, or <see cref="InputIndex"/>.</param>
    public IEnumerable<int> ReadersOf(int layer) =>
        Enumerable.Range(layer + 1, Layers.Length - layer - 1).Where(reader => _inputs[reader].Contains(layer));

    /// <summary>The shape of what a layer writes.</summary>
    /// <param name="layer">The layer's index, or <see cref="InputIndex"/> for the network's input.</param>
    public Shape ShapeOf(int layer) => layer == InputIndex ? Input.Shape : Layers[layer].Output;

    /// <summary>The first thing in which another network differs, in a sentence; null if both are defined alike.</summary>
    /// <param name="other">The other network. Its name is compared too.</param>
    public string? DifferenceFrom(NetworkDefinition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Name != other.Name)
            return $"The network is called '{Name}', the other one '{other.Name}'.";
        if (Input != other.Input)
            return $"The input is {Input}, the other one's {other.Input}.";
        for (int i = 0; i < Math.Min(Layers.Length, other.Layers.Length); i++)
        {
            if (!Layers[i].Equals(other.Layers[i]))
                return $"Layer {i} is {Layers[i]}, the other one's {other.Layers[i]}.";
            if (!_inputs[i].SequenceEqual(other._inputs[i]))
                return $"Layer '{Layers[i].Name}' reads {Indices(_inputs[i])}, the other one's {Indices(other._inputs[i])}.";
        }

        return Layers.Length == other.Layers.Length ? null : $"There are {Layers.Length} layers, not {other.Layers.Length}.";
        static string Indices(ImmutableArray<int> inputs) => string.Join(" and ", inputs);
    }

    private void RequireInputs(int index)
    {
        LayerDefinition layer = Layers[index];
        ImmutableArray<int> inputs = _inputs[index];
        (int least, int most) = layer switch
        {
            ConcatenateDefinition => (1, int.MaxValue),
            JoinDefinition => (2, 2),
            _ => (1, 1),
        };
        if (inputs.Length < least || inputs.Length > most)
            throw new ArgumentException($"Layer '{layer.Name}' of kind {layer.Kind} cannot read {inputs.Length} layers.", "inputs");
        foreach (int input in inputs)
        {
            if (input < InputIndex || input >= index)
                throw new ArgumentException($"Layer '{layer.Name}' does not come after layer {input}, which it reads.", "inputs");
            bool fits = layer is ConcatenateDefinition && input != inputs[0] || ShapeOf(input) == layer.Input;
            if (!fits)
                throw new ArgumentException($"Layer '{layer.Name}' reads {layer.Input}, but is given {ShapeOf(input)}.", "layers");
        }

        if (layer is ConcatenateDefinition && inputs.Sum(input => ShapeOf(input).Length) != layer.Output.Length)
            throw new ArgumentException($"Layer '{layer.Name}' writes {layer.Output}, which is not all that it reads.", "layers");
    }

    private void RequireParameters(LayerDefinition layer)
    {
        if (layer.SharesWith is not { } owner)
        {
            if (layer.ParameterOffset == ParameterCount)
                return;
            throw new ArgumentException(
                $"The parameters of layer '{layer.Name}' start at {layer.ParameterOffset}, not at {ParameterCount}.", "layers");
        }

        LayerDefinition? shared = Layers.TakeWhile(other => other != layer).FirstOrDefault(other => other.Name == owner);
        bool isSame = shared is { SharesWith: null }
            && layer.UsedParameters.Select(Place).SequenceEqual(shared.UsedParameters.Select(Place));
        if (!isSame)
            throw new ArgumentException($"Layer '{layer.Name}' cannot share the parameters of '{owner}'.", "layers");
        static (int, string) Place(ParameterDefinition tensor) => (tensor.Offset, string.Join(' ', tensor.Shape));
    }
}
