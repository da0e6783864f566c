using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// A network as its kernels see it. What a kernel computes is a value; values have the index of the layer that computes them, the
/// network's input has <see cref="ShapedNetwork.InputIndex"/>. A layer that computes nothing, or only what the kernel of the layer before
/// it does on the side, is a view of that layer's value: Flatten, a final softmax, an activation right behind a convolution.
/// </summary>
internal sealed class ValueGraph
{
    private readonly ShapedNetwork _network;
    private readonly int[] _values;
    private readonly ActivationFunction[] _activations;
    private readonly List<Reading>[] _readers;
    private readonly bool[] _hasGradient;

    public ValueGraph(ShapedNetwork network)
    {
        _network = network;
        int count = network.Layers.Count;
        _values = new int[count];
        _activations = [.. network.Layers.Select(layer => layer.Activation)];
        _hasGradient = new bool[count];
        for (int index = 0; index < count; index++)
        {
            ShapedLayer layer = network.Layers[index];
            _values[index] = index;
            _hasGradient[index] = layer is WeightedLayer || layer.Inputs.Any(HasGradient);
            if (!IsView(layer))
                continue;
            int value = ValueOf(layer.Inputs[0]);
            _values[index] = value;
            if (layer is ShapedActivation && layer.Activation.Kind != Activation.Softmax)
                _activations[value] = layer.Activation;
        }

        // The first list is of those that read the network's input.
        _readers = [.. Enumerable.Range(0, count + 1).Select(_ => new List<Reading>())];
        for (int index = 0; index < count; index++)
        {
            EquatableArray<int> inputs = network.Layers[index].Inputs;
            for (int operand = 0; operand < inputs.Count && _values[index] == index; operand++)
                _readers[ValueOf(inputs[operand]) + 1].Add(new Reading(index, operand));
        }
    }

    /// <summary>The layers that compute something, in order.</summary>
    public IEnumerable<int> Values => Enumerable.Range(0, _values.Length).Where(index => _values[index] == index);

    /// <summary>The value that a layer computes or is a view of.</summary>
    public int ValueOf(int layer) => layer < 0 ? layer : _values[layer];

    /// <summary>The values that a layer reads, operand by operand.</summary>
    public int[] InputsOf(int layer) => [.. _network.Layers[layer].Inputs.Select(ValueOf)];

    /// <summary>The activation that ends the computation of a value.</summary>
    public ActivationFunction ActivationOf(int value) => value < 0 ? ActivationFunction.None : _activations[value];

    /// <summary>A layer with the activation that its kernel applies.</summary>
    public T WithActivation<T>(int value)
        where T : ShapedLayer => (T)_network.Layers[value] with { Activation = _activations[value] };

    /// <summary>What reads a value, ascending.</summary>
    public IReadOnlyList<Reading> ReadersOf(int value) => _readers[value + 1];

    /// <summary>Whether a value depends on parameters, so that the way back needs its gradient.</summary>
    public bool HasGradient(int value) => value >= 0 && _hasGradient[value];

    private bool IsView(ShapedLayer layer)
    {
        if (layer is not (ShapedFlatten or ShapedActivation))
            return false;

        // Where others read it too, their shares of the gradient are added in the order of the layers, and a view is none.
        int input = layer.Inputs[0], value = ValueOf(input);
        if (input != ShapedNetwork.InputIndex && _network.Layers.Sum(other => other.Inputs.Count(read => read == input)) > 1)
            return false;
        return layer is ShapedFlatten
            || layer.Activation.Kind == Activation.Softmax
            || (value >= 0
                && _network.Layers[value] is WeightedLayer or ShapedElementwise
                && _activations[value] == ActivationFunction.None);
    }
}

/// <summary>A place where a value is read: an operand of a layer that computes something.</summary>
internal readonly record struct Reading(int Layer, int Operand);
