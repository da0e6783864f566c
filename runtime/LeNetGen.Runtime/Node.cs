using System.ComponentModel;
using LeNetGen.Execution;

namespace LeNetGen;

/// <summary>
/// What a layer writes, for one image: a value of the C# method <c>Forward</c> that declares a network as a graph. The generator reads
/// that method; where it is run, nodes record what they are given to and hold no numbers.
/// </summary>
/// <remarks>A node belongs to one run of <c>Forward</c>. It may be used any number of times.</remarks>
/// <example>
/// <code>
/// private static Node Forward(Node image)
/// {
///     var x = Relu(Conv1(image));
///     x = Relu(x + Conv2(x));
///     return Softmax(Logits(Flatten(x)));
/// }
/// </code>
/// </example>
public sealed class Node
{
    internal Node(ForwardTrace trace, int index, string name, Shape shape) => (Trace, Index, Name, Shape) = (trace, index, name, shape);

    /// <summary>The shape of one image's values.</summary>
    public Shape Shape { get; }

    /// <summary>The run of <c>Forward</c> that it belongs to.</summary>
    internal ForwardTrace Trace { get; }

    /// <summary>The index of the call that made it; <see cref="NetworkDefinition.InputIndex"/> for the network's input.</summary>
    internal int Index { get; }

    /// <summary>The name of the layer that writes it.</summary>
    internal string Name { get; }

    /// <summary>The sum of two nodes, element by element: a residual connection.</summary>
    /// <remarks>He, Zhang, Ren and Sun, "Deep residual learning for image recognition", CVPR 2016.</remarks>
    /// <param name="left">The first addend.</param>
    /// <param name="right">The second addend, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ, or the nodes are of different runs of <c>Forward</c>.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node operator +(Node left, Node right) => Add(left, right);

    /// <summary>The product of two nodes, element by element: a gate.</summary>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ, or the nodes are of different runs of <c>Forward</c>.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node operator *(Node left, Node right) => Multiply(left, right);

    /// <summary>What the operator + does, for languages without operators; the generator reads only the operator.</summary>
    /// <inheritdoc cref="operator +(Node, Node)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Node Add(Node left, Node right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Trace.Join("Add", [left, right], static (name, shape) => new AddDefinition(name, shape, shape));
    }

    /// <summary>What the operator * does, for languages without operators; the generator reads only the operator.</summary>
    /// <inheritdoc cref="operator *(Node, Node)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Node Multiply(Node left, Node right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Trace.Join("Multiply", [left, right], static (name, shape) => new MultiplyDefinition(name, shape, shape));
    }

    /// <summary>Records a call of a layer that is a method. Generated code calls it, as the body of that method.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="attribute">The layer attribute that the method has.</param>
    /// <returns>What the layer writes.</returns>
    /// <exception cref="ArgumentException">
    /// The layer cannot read this node's shape, or has been called with another before and the shapes cannot share parameters.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Node Call(string name, LayerAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(attribute);
        return Trace.CallMethod(name, attribute, this);
    }

    /// <summary>The layer's name and the shape of what it writes, such as <c>Conv1: 8@28x28</c>.</summary>
    public override string ToString() => $"{Name}: {Shape}";
}
