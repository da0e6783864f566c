using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>
/// A declared network with every number worked out: what summaries, plots, the reference interpreter and weights files read.
/// The generator writes it; it agrees with the generated kernels by construction.
/// </summary>
public sealed class NetworkDefinition
{
    /// <summary>A network of layers, each of which reads what the one before it writes.</summary>
    /// <exception cref="ArgumentException">
    /// There are no layers, or a layer does not read the shape that the one before it writes, or its parameters do not follow those
    /// of the layers before it.
    /// </exception>
    public NetworkDefinition(string name, InputDefinition input, ImmutableArray<LayerDefinition> layers)
    {
        if (layers.IsDefaultOrEmpty)
            throw new ArgumentException($"Network '{name}' has no layers.", nameof(layers));
        Shape shape = input.Shape;
        int offset = 0;
        foreach (LayerDefinition layer in layers)
        {
            if (layer.Input != shape)
                throw new ArgumentException($"Layer '{layer.Name}' reads {layer.Input}, but what it is given is {shape}.", nameof(layers));
            if (layer.ParameterOffset != offset)
            {
                throw new ArgumentException(
                    $"The parameters of layer '{layer.Name}' start at {layer.ParameterOffset}, not at {offset}.", nameof(layers));
            }

            shape = layer.Output;
            offset += layer.ParameterCount;
        }

        (Name, Input, Layers, ParameterCount) = (name, input, layers, offset);
    }

    /// <summary>The network's name: its class's.</summary>
    public string Name { get; }

    /// <summary>The input's shape and the treatment of raw pixels.</summary>
    public InputDefinition Input { get; }

    /// <summary>The layers, from input to output.</summary>
    public ImmutableArray<LayerDefinition> Layers { get; }

    /// <summary>The shape of what the last layer writes.</summary>
    public Shape Output => Layers[^1].Output;

    /// <summary>Whether the last layer ends in softmax, so that its outputs are probabilities.</summary>
    public bool EndsInSoftmax => Layers[^1].Activation == Activation.Softmax;

    /// <summary>The number of parameters of all layers.</summary>
    public int ParameterCount { get; }

    /// <summary>All parameter tensors, in the order of the network's flat parameters.</summary>
    public IEnumerable<ParameterDefinition> Parameters => Layers.SelectMany(layer => layer.Parameters);

    /// <summary>Multiply-adds of the forward pass, for one image.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);
}
