using System.Collections.Immutable;
using System.ComponentModel;

namespace LeNetGen.Execution;

/// <summary>
/// One run of a <c>Forward</c> method: what it calls becomes a network's definition. The generator reads the same method from its source,
/// so that two independent readings of a declaration can be compared.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ForwardTrace
{
    private readonly string _network;
    private readonly NetworkAttribute _declared;
    private readonly ForwardTraceNames _names;
    private readonly List<ForwardTraceCall> _calls = [];

    // The methods called so far, with the layer of their first call.
    private readonly Dictionary<string, LayerDefinition> _methods = new(StringComparer.Ordinal);

    private ForwardTrace(string network, NetworkAttribute declared, IReadOnlyCollection<string> layerNames) =>
        (_network, _declared, _names) = (network, declared, new ForwardTraceNames(layerNames));

    /// <summary>Runs a <c>Forward</c> method and defines what it computes.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="network">What is declared of all layers.</param>
    /// <param name="input">The network's input.</param>
    /// <param name="layerNames">The names of all layers that are methods, whether they are called or not.</param>
    /// <param name="forward">The method, given the network's input.</param>
    /// <returns>The layers that reach the node returned, in the order of their calls; the others are left out.</returns>
    /// <exception cref="ArgumentException">
    /// The input is not as large as declared; the node returned is none, is the input, or is of another run; a softmax is not the last
    /// layer; or a layer cannot read what it is called with.
    /// </exception>
    public static NetworkDefinition Of(
        string name,
        NetworkAttribute network,
        InputDefinition input,
        IReadOnlyCollection<string> layerNames,
        Func<Node, Node> forward)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(layerNames);
        ArgumentNullException.ThrowIfNull(forward);
        var declared = new Shape(network.Channels, network.Height, network.Width);
        if (input.Shape != declared)
            throw new ArgumentException($"Network '{name}' is declared for {declared}, but its input is {input.Shape}.", nameof(input));
        var trace = new ForwardTrace(name, network, layerNames);
        Node? output = forward(new Node(trace, NetworkDefinition.InputIndex, "the network's input", input.Shape));
        return trace.Define(input, output);
    }

    /// <summary>A call of a layer that is a method; all calls but the first share the parameters of the first.</summary>
    internal Node CallMethod(string method, LayerAttribute attribute, Node x)
    {
        LayerDefinition layer = attribute.Define(_names.OfMethod(method), x.Shape, _declared);
        if (_methods.TryGetValue(method, out LayerDefinition? first))
            RequireSharable(layer, first);
        else
            _methods.Add(method, layer);
        return Record(layer, method, [x]);
    }

    /// <summary>A call of a function that is a layer.</summary>
    internal Node CallFunction(string kind, LayerAttribute attribute, Node x) =>
        Record(attribute.Define(_names.OfFunction(kind), x.Shape, _declared), method: null, [x]);

    /// <summary>An activation function by itself.</summary>
    internal Node Activate(Node x, Activation activation, float negativeSlope)
    {
        string name = _names.OfFunction(activation.ToString());
        if (activation == Activation.Softmax && !x.Shape.IsVector)
            throw new ArgumentException($"Layer '{name}' is a softmax, which is taken of a vector, not of {x.Shape}.", nameof(x));
        var layer = new ActivationDefinition(name, x.Shape, x.Shape) { Activation = activation };
        if (activation == Activation.LeakyReLU)
        {
            Declared.RequireSlope(name, negativeSlope);
            layer = layer with { NegativeSlope = negativeSlope };
        }

        return Record(layer, method: null, [x]);
    }

    /// <summary>A layer of nodes that have one shape, which stays.</summary>
    internal Node Join(string kind, ImmutableArray<Node> nodes, Func<string, Shape, LayerDefinition> define)
    {
        string name = _names.OfFunction(kind);
        foreach (Node node in nodes)
        {
            if (node.Shape != nodes[0].Shape)
                throw new ArgumentException($"Layer '{name}' joins {Both(nodes[0], node)}, whose shapes differ.", nameof(nodes));
        }

        return Record(define(name, nodes[0].Shape), method: null, nodes);
    }

    /// <summary>Nodes one after the other.</summary>
    internal Node Concatenate(ReadOnlySpan<Node> nodes)
    {
        string name = _names.OfFunction("Concatenate");
        Shape first = nodes[0].Shape;
        int channels = 0;
        foreach (Node node in nodes)
        {
            Shape shape = node.Shape;
            if ((shape.IsVector, shape.Height, shape.Width) != (first.IsVector, first.Height, first.Width))
            {
                throw new ArgumentException(
                    $"Layer '{name}' joins {Both(nodes[0], node)}, "
                    + "which are neither vectors nor images of the same height and width.",
                    nameof(nodes));
            }

            channels = checked(channels + shape.Channels);
        }

        Shape output = first.IsVector ? new Shape(channels) : new Shape(channels, first.Height, first.Width);
        return Record(new ConcatenateDefinition(name, first, output), method: null, [.. nodes]);
    }

    private static string Both(Node first, Node second) => $"'{first.Name}' ({first.Shape}) and '{second.Name}' ({second.Shape})";

    private Node Record(LayerDefinition layer, string? method, ImmutableArray<Node> inputs)
    {
        foreach (Node input in inputs)
        {
            if (input.Trace != this)
                throw new ArgumentException($"Layer '{layer.Name}' reads '{input.Name}', which another run made.", nameof(inputs));
        }

        _calls.Add(new ForwardTraceCall(layer, method, [.. inputs.Select(input => input.Index)]));
        return new Node(this, _calls.Count - 1, layer.Name, layer.Output);
    }

    private static void RequireSharable(LayerDefinition layer, LayerDefinition first)
    {
        bool fits = layer switch
        {
            DenseDefinition => layer.Input == first.Input,
            Conv2DDefinition or Subsampling2DDefinition => layer.Input.Channels == first.Input.Channels,
            _ => true,
        };
        if (!fits)
        {
            throw new ArgumentException(
                $"Layer '{layer.Name}' reads {layer.Input}, but '{first.Name}', whose parameters it shares, reads {first.Input}.",
                nameof(layer));
        }
    }

    private NetworkDefinition Define(InputDefinition input, Node? output)
    {
        if (output is null)
            throw new ArgumentException($"Forward of network '{_network}' returns no node.", nameof(output));
        if (output.Trace != this)
            throw new ArgumentException($"Forward of network '{_network}' returns a node that another run made.", nameof(output));
        if (output.Index == NetworkDefinition.InputIndex)
            throw new ArgumentException($"Forward of network '{_network}' returns its input: there are no layers.", nameof(output));
        return ForwardTraceGraph.Define(_network, input, _calls, output.Index);
    }
}
