using LeNetGen.Reference;

namespace LeNetGen.Execution.Tests.Golden;

/// <summary>
/// A layer executed in double with the errors of float. All that it computes are sums of products; the sum of their squares, on which
/// the error depends, is what the same layer makes of squared factors.
/// </summary>
internal sealed class NoisyLayer(LayerDefinition definition, FloatNoise noise)
{
    private readonly UnaryReference<double> _layer = (UnaryReference<double>)LayerReference<double>.Of(definition);
    private readonly bool _isCurved = definition.Activation is Activation.Sigmoid or Activation.Tanh;
    private double[] _parameters = [];
    private double[] _squaredParameters = [];

    /// <summary>Takes this layer's part of the network's parameters.</summary>
    public void SetParameters(ReadOnlySpan<double> networkParameters)
    {
        _parameters = networkParameters.Slice(definition.ParameterOffset, definition.ParameterCount).ToArray();
        _squaredParameters = Squares(_parameters);
    }

    /// <summary>One image's values after the activation; those before it where that is softmax, which belongs to the loss.</summary>
    public double[] Forward(double[] x)
    {
        double[] z = new double[definition.Output.Length], y = new double[z.Length];
        _layer.Forward(_parameters, x, z);
        int roundings = definition switch
        {
            Conv2DDefinition or DenseDefinition => definition.Parameters[0].FanIn,
            AveragePooling2DDefinition pooling => pooling.PoolHeight * pooling.PoolWidth,
            _ => 0,
        };
        if (roundings > 0)
        {
            double[] squares = new double[z.Length];
            _layer.Forward(_squaredParameters, Squares(x), squares);
            noise.RoundSums(z, squares, roundings);
        }

        if (definition.Activation == Activation.Softmax)
            return z;
        ActivationReference<double>.Forward(definition.Activation, z, y);
        return _isCurved ? Array.ConvertAll(y, noise.Elementary) : y;
    }

    /// <summary>One image's gradient before the activation, from that after it.</summary>
    public double[] ActivationGradient(double[] y, double[] dy)
    {
        double[] dz = new double[y.Length];
        ActivationReference<double>.Backward(definition.Activation, y, dy, dz);
        return _isCurved ? Array.ConvertAll(dz, value => noise.Rounded(value, roundings: 3)) : dz;
    }

    /// <summary>One image's gradient with respect to the layer's input.</summary>
    public double[] InputGradient(double[] x, double[] dz)
    {
        double[] dx = new double[x.Length];
        _layer.InputGradient(_parameters, x, dz, dx);
        int roundings = definition switch
        {
            Conv2DDefinition => definition.Parameters[0].FanOut,
            DenseDefinition => definition.Output.Length,
            AveragePooling2DDefinition pooling => WindowsOfElement(pooling),
            MaxPooling2DDefinition pooling => WindowsOfElement(pooling) - 1,
            _ => 0,
        };
        if (roundings > 0)
        {
            double[] squares = new double[x.Length];
            _layer.InputGradient(_squaredParameters, x, Squares(dz), squares);
            noise.RoundSums(dx, squares, roundings);
        }

        return dx;
    }

    /// <summary>The gradient of a batch with respect to the layer's parameters.</summary>
    /// <param name="x">[images][input] what the layer read; whole blocks, of one chunk.</param>
    /// <param name="dz">[images][output] the gradients before the activation.</param>
    /// <param name="networkGradient">[the network's parameters] receives this layer's part.</param>
    public void ParameterGradient(double[][] x, double[][] dz, Span<double> networkGradient)
    {
        if (definition.ParameterCount == 0)
            return;
        Span<double> sums = networkGradient.Slice(definition.ParameterOffset, definition.ParameterCount);
        double[] squares = new double[sums.Length];
        for (int start = 0; start < x.Length; start += NetworkKernels.BlockSize)
        {
            Range block = start..(start + NetworkKernels.BlockSize);
            _layer.AddParameterGradient(x[block], dz[block], sums);
            _layer.AddParameterGradient(Array.ConvertAll(x[block], Squares), Array.ConvertAll(dz[block], Squares), squares);
        }

        // A dense weight adds image after image; a convolution's lanes add their pixels, then come the tree's four levels and the blocks.
        int pixels = definition.Output.Length / definition.Output.Channels;
        int roundings = definition is DenseDefinition ? x.Length : pixels + 4 + x.Length / NetworkKernels.BlockSize;
        noise.RoundSums(sums, squares, roundings);
    }

    /// <summary>The most windows that add up to an element's gradient.</summary>
    private static int WindowsOfElement(Pooling2DDefinition pooling) =>
        DivideUp(pooling.PoolHeight, pooling.StrideHeight) * DivideUp(pooling.PoolWidth, pooling.StrideWidth);

    private static int DivideUp(int dividend, int divisor) => (dividend + divisor - 1) / divisor;

    private static double[] Squares(double[] values) => Array.ConvertAll(values, value => value * value);
}
