using LeNetGen.Execution;

namespace LeNetGen;

/// <summary>
/// The layers without parameters, as functions that <c>Forward</c> calls: <c>using static LeNetGen.Layers;</c>. Every call is a layer
/// of the network's definition, named by its kind and ordinal, such as <c>ReLU_1</c>. What has more to say (a pool's strides or padding)
/// is an attribute on a method.
/// </summary>
public static class Layers
{
    /// <summary><c>max(0, x)</c> of every element.</summary>
    /// <param name="x">Of any shape, which stays.</param>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node Relu(Node x) => Activate(x, Activation.ReLU);

    /// <summary>Of every element <c>x</c> itself where it is positive, else <c>x</c> times a slope.</summary>
    /// <remarks>Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML 2013.</remarks>
    /// <param name="x">Of any shape, which stays.</param>
    /// <param name="negativeSlope">The slope: finite and at least 0; 0.2 unless given, as in Keras.</param>
    /// <exception cref="ArgumentException">The slope is out of its range.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node LeakyRelu(Node x, float negativeSlope = 0.2f) => Activate(x, Activation.LeakyReLU, negativeSlope);

    /// <summary><c>1 / (1 + exp(-x))</c> of every element.</summary>
    /// <param name="x">Of any shape, which stays.</param>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node Sigmoid(Node x) => Activate(x, Activation.Sigmoid);

    /// <summary>The hyperbolic tangent of every element.</summary>
    /// <param name="x">Of any shape, which stays.</param>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node Tanh(Node x) => Activate(x, Activation.Tanh);

    /// <summary><c>1.7159 tanh(2x / 3)</c> of every element: <see cref="Activation.ScaledTanh"/>.</summary>
    /// <param name="x">Of any shape, which stays.</param>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node ScaledTanh(Node x) => Activate(x, Activation.ScaledTanh);

    /// <summary><c>exp(x[k]) / sum of exp(x[j])</c>: probabilities. Only the very last layer can be a softmax.</summary>
    /// <param name="x">A vector, whose length stays.</param>
    /// <exception cref="ArgumentException">The node is no vector.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node Softmax(Node x) => Activate(x, Activation.Softmax);

    /// <summary>Turns (channels, height, width) into one vector, channel by channel and row by row.</summary>
    /// <param name="x">Of any shape.</param>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node Flatten(Node x) => Call("Flatten", x, new FlattenAttribute());

    /// <summary>The largest element of each square window; windows lie side by side.</summary>
    /// <param name="x">(channels, height, width).</param>
    /// <param name="poolSize">Height and width of a window, in pixels.</param>
    /// <returns>(channels, height / poolSize, width / poolSize), rounded down.</returns>
    /// <exception cref="ArgumentException">The node is a vector, or no window fits it.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node MaxPooling2D(Node x, int poolSize) => Call("MaxPooling2D", x, new MaxPooling2DAttribute(poolSize));

    /// <summary>The largest element of each window; windows lie side by side.</summary>
    /// <param name="x">(channels, height, width).</param>
    /// <param name="poolHeight">Rows of a window.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    /// <returns>(channels, height / poolHeight, width / poolWidth), rounded down.</returns>
    /// <exception cref="ArgumentException">The node is a vector, or no window fits it.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node MaxPooling2D(Node x, int poolHeight, int poolWidth) =>
        Call("MaxPooling2D", x, new MaxPooling2DAttribute(poolHeight, poolWidth));

    /// <summary>The mean of each square window; windows lie side by side.</summary>
    /// <param name="x">(channels, height, width).</param>
    /// <param name="poolSize">Height and width of a window, in pixels.</param>
    /// <returns>(channels, height / poolSize, width / poolSize), rounded down.</returns>
    /// <exception cref="ArgumentException">The node is a vector, or no window fits it.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node AveragePooling2D(Node x, int poolSize) => Call("AveragePooling2D", x, new AveragePooling2DAttribute(poolSize));

    /// <summary>The mean of each window; windows lie side by side.</summary>
    /// <param name="x">(channels, height, width).</param>
    /// <param name="poolHeight">Rows of a window.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    /// <returns>(channels, height / poolHeight, width / poolWidth), rounded down.</returns>
    /// <exception cref="ArgumentException">The node is a vector, or no window fits it.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node AveragePooling2D(Node x, int poolHeight, int poolWidth) =>
        Call("AveragePooling2D", x, new AveragePooling2DAttribute(poolHeight, poolWidth));

    /// <summary>Drops elements at random while the network trains: <see cref="DropoutAttribute"/>.</summary>
    /// <param name="x">Of any shape, which stays.</param>
    /// <param name="rate">The probability that an element is dropped, from 0 to below 1.</param>
    /// <exception cref="ArgumentException">The rate is out of its range.</exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node Dropout(Node x, double rate) => Call("Dropout", x, new DropoutAttribute(rate));

    /// <summary>Images one channel after the other, or vectors one after the other, in the order given.</summary>
    /// <param name="nodes">(channels, height, width) of equal height and width, or vectors of any lengths; one at least.</param>
    /// <returns>(sum of channels, height, width), or a vector as long as all together.</returns>
    /// <exception cref="ArgumentException">
    /// There are no nodes, heights or widths differ, images stand beside vectors, or the nodes are of different runs of <c>Forward</c>.
    /// </exception>
    /// <exception cref="ArgumentNullException">There is no node.</exception>
    public static Node Concatenate(params Node[] nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (nodes.Length == 0)
            throw new ArgumentException("Concatenate needs one node at least.", nameof(nodes));
        foreach (Node node in nodes)
            ArgumentNullException.ThrowIfNull(node, nameof(nodes));
        return nodes[0].Trace.Concatenate(nodes);
    }

    private static Node Activate(Node x, Activation activation, float negativeSlope = 0.2f)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Trace.Activate(x, activation, negativeSlope);
    }

    private static Node Call(string kind, Node x, LayerAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Trace.CallFunction(kind, attribute, x);
    }
}
