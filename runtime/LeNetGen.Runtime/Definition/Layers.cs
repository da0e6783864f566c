namespace LeNetGen;

/// <summary>
/// The layers that need no declaration, as functions to call in a network's Forward: <c>using static LeNetGen.Layers;</c>. The generator
/// reads the calls, so what they are given besides nodes must be constants.
/// </summary>
public static class Layers
{
    /// <summary><c>max(0, x)</c> of every element.</summary>
    public static Node Relu(Node x) => Call(x, "ReLU", null);

    /// <summary>The element where it is positive, else the element times a slope.</summary>
    /// <param name="x">What it is applied to.</param>
    /// <param name="negativeSlope">The slope: a finite number of at least 0.</param>
    public static Node LeakyRelu(Node x, float negativeSlope = 0.2f) => Call(x, "LeakyReLU", negativeSlope);

    /// <summary><c>1 / (1 + exp(-x))</c> of every element.</summary>
    public static Node Sigmoid(Node x) => Call(x, "Sigmoid", null);

    /// <summary>The hyperbolic tangent of every element.</summary>
    public static Node Tanh(Node x) => Call(x, "Tanh", null);

    /// <summary><c>exp(x[k]) / sum of exp(x[j])</c> of a vector; only as the last layer of a network.</summary>
    public static Node Softmax(Node x) => Call(x, "Softmax", null);

    /// <inheritdoc cref="FlattenAttribute"/>
    public static Node Flatten(Node x) => Call(x, "Flatten", new FlattenAttribute());

    /// <summary>The largest element of each window, side by side.</summary>
    /// <param name="x">The image.</param>
    /// <param name="poolSize">Height and width of a window, in pixels.</param>
    public static Node MaxPooling2D(Node x, int poolSize) => MaxPooling2D(x, poolSize, poolSize);

    /// <summary>The largest element of each window, side by side.</summary>
    /// <param name="x">The image.</param>
    /// <param name="poolHeight">Rows of a window.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    public static Node MaxPooling2D(Node x, int poolHeight, int poolWidth) =>
        Call(x, "MaxPooling2D", new MaxPooling2DAttribute(poolHeight, poolWidth));

    /// <summary>The mean of each window, side by side.</summary>
    /// <param name="x">The image.</param>
    /// <param name="poolSize">Height and width of a window, in pixels.</param>
    public static Node AveragePooling2D(Node x, int poolSize) => AveragePooling2D(x, poolSize, poolSize);

    /// <summary>The mean of each window, side by side.</summary>
    /// <param name="x">The image.</param>
    /// <param name="poolHeight">Rows of a window.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    public static Node AveragePooling2D(Node x, int poolHeight, int poolWidth) =>
        Call(x, "AveragePooling2D", new AveragePooling2DAttribute(poolHeight, poolWidth));

    /// <inheritdoc cref="DropoutAttribute"/>
    /// <param name="x">What it is applied to.</param>
    /// <param name="rate">The probability that an element is dropped, from 0 to below 1.</param>
    public static Node Dropout(Node x, double rate) => Call(x, "Dropout", new DropoutAttribute(rate));

    /// <summary>Images of the same height and width one channel after the other, or vectors one after the other.</summary>
    /// <param name="nodes">At least one.</param>
    public static Node Concatenate(params Node[] nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentOutOfRangeException.ThrowIfZero(nodes.Length, nameof(nodes));
        return nodes[0].Trace.Record("Concatenate", null, nodes);
    }

    private static Node Call(Node x, string kind, object? detail)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Trace.Record(kind, detail, x);
    }
}
