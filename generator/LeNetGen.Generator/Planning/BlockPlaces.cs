using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Where the values of a slice of a block lie. Each has a place of its own, with two exceptions that save copies: what a concatenation
/// joins may be computed right where it is joined, and a sum may replace the operand that nothing else needs.
/// </summary>
/// <remarks>
/// Dropout exists in training only. In a prediction its value lies where that does which it reads: the kernels around it are the same, only
/// the places that they are given differ.
/// </remarks>
internal sealed class BlockPlaces
{
    private readonly ShapedNetwork _network;
    private readonly ValueGraph _graph;
    private readonly int _lanes;
    private readonly Operand[] _training;
    private readonly Operand[] _prediction;

    public BlockPlaces(ShapedNetwork network, ValueGraph graph, WorkspaceLayout workspace, int lanes)
    {
        (_network, _graph, _lanes) = (network, graph, lanes);
        _training = new Operand[network.Layers.Count];
        _prediction = new Operand[network.Layers.Count];
        var hosts = new int[network.Layers.Count];
        Input = workspace.AddValue("input", network.InputShape);
        Dictionary<int, Reading> parts = Parts();
        foreach (int value in graph.Values)
        {
            hosts[value] = network.Layers[value] is ShapedElementwise or ShapedActivation or ShapedFlatten && !parts.ContainsKey(value)
                ? HostOf(value, parts)
                : ShapedNetwork.InputIndex;
        }

        // A concatenation comes after what it joins, which needs its place.
        foreach (int value in graph.Values.Where(value => !parts.ContainsKey(value) && hosts[value] < 0))
            _training[value] = workspace.AddValue(network.Layers[value].Name, ShapeOf(value));
        foreach (KeyValuePair<int, Reading> part in parts)
        {
            (int value, Reading place) = (part.Key, part.Value);
            _training[value] = Part(_training[place.Layer], place.Layer, place.Operand, network.Layers[value].Name);
        }

        foreach (int value in graph.Values.Where(value => hosts[value] >= 0))
            _training[value] = _training[hosts[value]] with { Name = network.Layers[value].Name, Shape = DimensionsOf(value) };
        foreach (int value in graph.Values)
            _prediction[value] = network.Layers[value] is ShapedDropout ? Prediction(graph.InputsOf(value)[0]) : _training[value];
    }

    /// <summary>The network's input.</summary>
    public Operand Input { get; }

    /// <summary>Where a value lies in training.</summary>
    public Operand Training(int value) => value < 0 ? Input : _training[value];

    /// <summary>Where a value lies in a prediction.</summary>
    public Operand Prediction(int value) => value < 0 ? Input : _prediction[value];

    /// <summary>
    /// Whether what a concatenation joins lies in its place already: nothing else reads it, and on the way back one derivative serves all.
    /// </summary>
    public bool IsJoined(int concatenation)
    {
        int[] inputs = _graph.InputsOf(concatenation);
        return inputs.All(input => input >= 0
            && _network.Layers[input] is not (ShapedDropout or ShapedConcatenate)
            && _graph.ReadersOf(input).Count == 1
            && _graph.ActivationOf(input) == _graph.ActivationOf(inputs[0]));
    }

    /// <summary>The part that one operand of a concatenation makes up of its place, or of its gradient.</summary>
    /// <param name="whole">That place.</param>
    /// <param name="concatenation">The concatenation.</param>
    /// <param name="operand">The operand's number.</param>
    /// <param name="name">What the part is called.</param>
    public Operand Part(Operand whole, int concatenation, int operand, string name)
    {
        int[] inputs = _graph.InputsOf(concatenation);
        int offset = inputs.Take(operand).Sum(LengthOfValue);
        return whole with { Name = name, Offset = whole.Offset + offset, Shape = DimensionsOf(inputs[operand]) };
    }

    /// <summary>Floats of a value of a slice.</summary>
    public int LengthOfValue(int value) => ShapeOf(value).Length * _lanes;

    /// <summary>Floats of an operand of a layer, of a slice.</summary>
    public int LengthOfInput(int layer, int operand) => LengthOfValue(_graph.InputsOf(layer)[operand]);

    /// <summary>The activation that made what stands in a value's place: of joined values, the one that they have in common.</summary>
    public ActivationFunction ActivationOf(int value) =>
        value >= 0 && _network.Layers[value] is ShapedConcatenate && IsJoined(value)
            ? _graph.ActivationOf(_graph.InputsOf(value)[0])
            : _graph.ActivationOf(value);

    private string DimensionsOf(int value) => WorkspaceLayout.Dimensions(ShapeOf(value), _lanes);

    private TensorShape ShapeOf(int value) => value < 0 ? _network.InputShape : _network.Layers[value].Output;

    /// <summary>The values that are computed right where a concatenation joins them.</summary>
    private Dictionary<int, Reading> Parts()
    {
        var parts = new Dictionary<int, Reading>();
        foreach (int concatenation in _graph.Values.Where(value => _network.Layers[value] is ShapedConcatenate && IsJoined(value)))
        {
            int[] inputs = _graph.InputsOf(concatenation);
            for (int operand = 0; operand < inputs.Length; operand++)
                parts.Add(inputs[operand], new Reading(concatenation, operand));
        }

        return parts;
    }

    /// <summary>The operand that a sum, or an activation, can replace: neither another layer nor the way back reads it.</summary>
    private int HostOf(int value, Dictionary<int, Reading> parts)
    {
        if (_network.Layers[value] is ShapedElementwise { Kind: ElementwiseKind.Multiply })
            return ShapedNetwork.InputIndex;
        foreach (int input in _graph.InputsOf(value))
        {
            bool isFree = input >= 0
                && _network.Layers[input] is not ShapedDropout
                && !parts.ContainsKey(input)
                && _graph.ReadersOf(input).Count == 1
                && ActivationOf(input) == ActivationFunction.None;
            if (isFree)
                return input;
        }

        return ShapedNetwork.InputIndex;
    }
}
