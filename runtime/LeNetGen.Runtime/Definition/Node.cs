using LeNetGen.Execution;

namespace LeNetGen;

/// <summary>
/// What a layer makes of one image, as a network's Forward passes it from layer to layer. The generator reads Forward where it is written;
/// where it runs, nodes record what is called.
/// </summary>
public sealed class Node
{
    internal Node(ForwardTrace trace, int index) => (Trace, Index) = (trace, index);

    internal ForwardTrace Trace { get; }

    /// <summary>The call that made it; -1 for the network's input.</summary>
    internal int Index { get; }

    /// <summary>The sum of two tensors of the same shape, element by element: the layer Add.</summary>
    public static Node operator +(Node left, Node right) => Join("Add", left, right);

    /// <summary>The product of two tensors of the same shape, element by element: the layer Multiply.</summary>
    public static Node operator *(Node left, Node right) => Join("Multiply", left, right);

    /// <summary>Calls a layer of the network's; generated code does.</summary>
    /// <param name="method">The name of the method that declares the layer.</param>
    /// <param name="layer">The layer, as the method's attribute declares it.</param>
    public Node Call(string method, LayerAttribute layer)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(layer);
        return Trace.Record(method, layer, this);
    }

    private static Node Join(string kind, Node left, Node right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Trace.Record(kind, null, left, right);
    }
}
