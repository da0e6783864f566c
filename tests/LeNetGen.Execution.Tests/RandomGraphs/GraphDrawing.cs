using System.Globalization;
using LeNetGen.Execution.Tests.RandomDeclarations;

namespace LeNetGen.Execution.Tests.RandomGraphs;

/// <summary>The body of a Forward method and the layer methods that it calls, drawn call by call, as long as the whole stays small.</summary>
internal sealed class GraphDrawing
{
    private const int Attempts = 20;
    private static readonly string[] s_activations = ["Relu({0})", "LeakyRelu({0})", "LeakyRelu({0}, 0.5f)", "Sigmoid({0})", "Sigmoid({0})", "Tanh({0})", "Tanh({0})"];

    private readonly Random _random;
    private readonly GraphLimits _limits;
    private readonly List<DrawnNode> _nodes = [];
    private readonly List<SharedLayer> _shared = [];
    private readonly List<string> _methods = [];
    private readonly List<string> _statements = [];
    private long _parameters;
    private long _multiplyAdds;

    /// <summary>An empty body.</summary>
    public GraphDrawing(Random random, Shape input, GraphLimits limits)
    {
        (_random, _limits) = (random, limits);
        _nodes.Add(new DrawnNode("image", input));
    }

    /// <summary>The declarations of the layer methods.</summary>
    public IReadOnlyList<string> Methods => _methods;

    /// <summary>The body, up to what it returns.</summary>
    public IReadOnlyList<string> Statements => _statements;

    /// <summary>Adds a call of any kind.</summary>
    public void AddAny()
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            bool isAdded = _random.Next(11) switch
            {
                0 or 1 or 2 or 3 => TryLayer(Any()),
                4 or 5 => TryActivation(Any()),
                6 => TryFunction(Any()),
                7 => TryShared(Any()),
                8 or 9 => TryElementwise(Any()),
                _ => TryConcatenate(Any()),
            };
            if (isAdded)
                return;
        }
    }

    /// <summary>Joins whatever nothing reads yet, and ends in classes.</summary>
    /// <returns>The last node.</returns>
    public DrawnNode End()
    {
        List<DrawnNode> ends = [.. _nodes.Where(node => !node.IsRead)];
        if (ends.Count == 0 || (ends.Count == 1 && _random.Next(8) == 0 && ends[0].Name != "image"))
            return ends.Count == 0 ? TryDense(_nodes[0]) : ends[0];
        DrawnNode[] vectors = [.. ends.Select(end => end.Shape.IsVector ? end : Add("Flatten({0})", new Shape(end.Shape.Length), end))];
        DrawnNode all = vectors.Length == 1
            ? vectors[0]
            : Add($"Concatenate({string.Join(", ", vectors.Select((_, index) => $"{{{index}}}"))})", new Shape(vectors.Sum(end => end.Shape.Length)), vectors);
        return TryDense(all);
    }

    private DrawnNode Any()
    {
        // Recent ones mostly, so that graphs become deep; any of them sometimes, so that they fork.
        int recent = Math.Max(0, _nodes.Count - 3);
        return _random.Next(4) == 0 ? _nodes[_random.Next(_nodes.Count)] : _nodes[_random.Next(recent, _nodes.Count)];
    }

    private bool TryLayer(DrawnNode input)
    {
        LayerKind[] kinds = [.. LayerKind.All.Where(kind => kind.Reads(input.Shape)).SelectMany(kind => Enumerable.Repeat(kind, kind.Share))];
        LayerKind kind = kinds[_random.Next(kinds.Length)];
        return TryMethod(kind.Name, kind.Draw(_random, input.Shape), input) is not null;
    }

    private DrawnNode TryDense(DrawnNode input)
    {
        DrawnLayer layer = DenseKind.DrawLast(_random, input.Shape);
        string attribute = layer.Arguments.ToString();
        DrawnNode node = Method("Dense", layer, input);
        if (attribute.Contains("Softmax", StringComparison.Ordinal) || _random.Next(3) == 0)
            return node;
        return Add("Softmax({0})", node.Shape, node);
    }

    private DrawnNode? TryMethod(string attribute, DrawnLayer layer, DrawnNode input)
    {
        if (layer.Output.Length > _limits.Elements
            || _parameters + layer.Parameters > _limits.Parameters
            || _multiplyAdds + layer.MultiplyAdds > _limits.MultiplyAdds)
            return null;
        return Method(attribute, layer, input);
    }

    private DrawnNode Method(string attribute, DrawnLayer layer, DrawnNode input)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{EdgeSizes.Pick(_random, "Layer", "C", "Größe")}{_methods.Count}");
        _methods.Add($"[{attribute}{layer.Arguments}] private static partial Node {name}(Node x);");
        _parameters += layer.Parameters;
        _multiplyAdds += layer.MultiplyAdds;
        if (layer.Parameters > 0)
            _shared.Add(new SharedLayer(name, input.Shape, layer.Output, layer.MultiplyAdds));
        return Add(name + "({0})", layer.Output, input);
    }

    private bool TryShared(DrawnNode input)
    {
        SharedLayer[] layers = [.. _shared.Where(layer => layer.Input == input.Shape && _multiplyAdds + layer.MultiplyAdds <= _limits.MultiplyAdds)];
        if (layers.Length == 0)
            return false;
        SharedLayer layer = layers[_random.Next(layers.Length)];
        _multiplyAdds += layer.MultiplyAdds;
        Add(layer.Name + "({0})", layer.Output, input);
        return true;
    }

    private bool TryActivation(DrawnNode input)
    {
        Add(EdgeSizes.Pick(_random, s_activations), input.Shape, input);
        return true;
    }

    private bool TryFunction(DrawnNode input)
    {
        (int height, int width) = (input.Shape.Height, input.Shape.Width);
        string pool = EdgeSizes.Pick(_random, "MaxPooling2D", "AveragePooling2D");
        switch (_random.Next(4))
        {
            case 0 when !input.Shape.IsVector && height >= 2 && width >= 2:
                Add(pool + "({0}, 2)", new Shape(input.Shape.Channels, height / 2, width / 2), input);
                return true;
            case 1 when !input.Shape.IsVector && width >= 3:
                Add(pool + "({0}, 1, 3)", new Shape(input.Shape.Channels, height, width / 3), input);
                return true;
            case 2:
                Add("Flatten({0})", new Shape(input.Shape.Length), input);
                return true;
            default:
                Add("Dropout({0}, 0.25)", input.Shape, input);
                return true;
        }
    }

    private bool TryElementwise(DrawnNode left)
    {
        DrawnNode[] fitting = [.. _nodes.Where(node => node.Shape == left.Shape)];
        DrawnNode right = fitting[_random.Next(fitting.Length)];

        // A node with itself is drawn too, but not mostly.
        if (right == left && _random.Next(4) != 0)
            return false;
        string @operator = EdgeSizes.Pick(_random, "+", "+", "*");
        string expression = $"{{0}} {@operator} {{1}}";
        if (_random.Next(4) == 0)
            expression = string.Format(CultureInfo.InvariantCulture, EdgeSizes.Pick(_random, s_activations), expression);
        Add(expression, left.Shape, left, right);
        return true;
    }

    private bool TryConcatenate(DrawnNode first)
    {
        DrawnNode[] fitting =
        [
            .. _nodes.Where(node => node.Shape.IsVector == first.Shape.IsVector
                && (first.Shape.IsVector || (node.Shape.Height, node.Shape.Width) == (first.Shape.Height, first.Shape.Width))),
        ];
        int count = _random.Next(1, 4);
        DrawnNode[] nodes = [first, .. Enumerable.Range(0, count).Select(_ => fitting[_random.Next(fitting.Length)])];
        int channels = nodes.Sum(node => node.Shape.Channels);
        Shape output = first.Shape.IsVector ? new Shape(channels) : new Shape(channels, first.Shape.Height, first.Shape.Width);
        if (output.Length > _limits.Elements)
            return false;
        Add($"Concatenate({string.Join(", ", nodes.Select((_, index) => $"{{{index}}}"))})", output, nodes);
        return true;
    }

    private DrawnNode Add(string format, Shape output, params DrawnNode[] inputs)
    {
        foreach (DrawnNode input in inputs)
            input.IsRead = true;
        var node = new DrawnNode(string.Create(CultureInfo.InvariantCulture, $"n{_nodes.Count}"), output);
        string call = string.Format(CultureInfo.InvariantCulture, format, [.. inputs.Select(input => input.Name)]);
        _statements.Add($"{EdgeSizes.Pick(_random, "var", "Node")} {node.Name} = {call};");
        _nodes.Add(node);
        return node;
    }

    private sealed record SharedLayer(string Name, Shape Input, Shape Output, long MultiplyAdds);
}

/// <summary>How large a graph may become.</summary>
internal sealed record GraphLimits(int Elements, int Parameters, long MultiplyAdds)
{
    /// <summary>Small enough for the interpreter.</summary>
    public static GraphLimits Ordinary { get; } = new(2_400, 12_000, 100_000);

    /// <summary>Small enough for numerical derivatives, and for draws without kinks.</summary>
    public static GraphLimits Small { get; } = new(40, 300, 4_000);
}

/// <summary>A node that was drawn: a local variable of the body.</summary>
internal sealed class DrawnNode(string name, Shape shape)
{
    public string Name => name;

    public Shape Shape => shape;

    /// <summary>Whether anything reads it.</summary>
    public bool IsRead { get; set; }
}
