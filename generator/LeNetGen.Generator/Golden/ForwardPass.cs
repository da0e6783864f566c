using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Golden;

/// <summary>
/// What a network answers, computed while it is compiled: docs/arithmetic.md, section 4, literally, and so bit for bit what the compiled
/// program must answer.
/// </summary>
internal sealed class ForwardPass
{
    private readonly ShapedNetwork _network;
    private readonly ValueGraph _graph;
    private readonly float[] _parameters;
    private readonly float[] _image;
    private readonly float[][] _outputs;

    private ForwardPass(ShapedNetwork network, float[] parameters, float[] image)
    {
        (_network, _graph, _parameters, _image) = (network, new ValueGraph(network), parameters, image);
        _outputs = new float[network.Layers.Count][];
    }

    /// <summary>
    /// Every layer's output, (channel, row, column), without a final softmax. An activation behind a layer that the kernels compute with it
    /// is part of that layer's output.
    /// </summary>
    public static float[][] Of(ShapedNetwork network, float[] parameters, float[] image, CancellationToken cancellation)
    {
        var pass = new ForwardPass(network, parameters, image);
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            cancellation.ThrowIfCancellationRequested();
            pass._outputs[layer] = pass.OutputOf(layer);
        }

        return pass._outputs;
    }

    /// <summary>Logits as probabilities.</summary>
    public static float[] Softmax(float[] logits)
    {
        float largest = logits[0];
        foreach (float logit in logits)
            largest = logit > largest ? logit : largest;
        float[] exponentials = [.. logits.Select(logit => Elementary.Exp(logit - largest))];
        float sum = 0;
        foreach (float exponential in exponentials)
            sum += exponential;
        return [.. exponentials.Select(exponential => exponential / sum)];
    }

    private float[] OutputOf(int index)
    {
        ShapedLayer layer = _network.Layers[index];
        float[] x = Read(layer.Inputs[0]);
        if (_graph.ValueOf(index) != index)
            return x;
        float[] z = layer switch
        {
            ShapedConvolution convolution => Convolve(convolution, x),
            ShapedDense dense => Multiply(dense, x),
            ShapedPooling pooling => Pool(pooling, x),
            ShapedSubsampling subsampling => Subsample(subsampling, x),
            ShapedRbf rbf => Distances(rbf, x),
            ShapedElementwise { Kind: ElementwiseKind.Add } => [.. x.Zip(Read(layer.Inputs[1]), (a, b) => a + b)],
            ShapedElementwise => [.. x.Zip(Read(layer.Inputs[1]), (a, b) => a * b)],
            ShapedConcatenate => [.. layer.Inputs.SelectMany(Read)],
            _ => x,
        };
        ActivationFunction activation = _graph.ActivationOf(index);
        return activation.HasDerivative ? [.. z.Select(value => Activate(activation, value))] : z;
    }

    private float[] Read(int layer) => layer == ShapedNetwork.InputIndex ? _image : _outputs[layer];

    private static float Activate(ActivationFunction activation, float z) => activation.Kind switch
    {
        Activation.ReLU => z <= 0 ? 0 : z,
        Activation.LeakyReLU => z <= 0 ? activation.NegativeSlope * z : z,
        Activation.Sigmoid => Elementary.Sigmoid(z),
        Activation.Tanh => Elementary.Tanh(z),
        Activation.ScaledTanh => Elementary.ScaledTanh(z),
        _ => z,
    };

    private float[] Convolve(ShapedConvolution layer, float[] x)
    {
        TensorShape input = layer.Input, output = layer.Output;
        var z = new float[output.Length];
        IReadOnlyList<IReadOnlyList<(int Kernel, int Channel)>> kernels = layer.KernelsOfFilters();
        int next = 0;
        for (int filter = 0; filter < output.Channels; filter++)
        for (int row = 0; row < output.Height; row++)
        for (int column = 0; column < output.Width; column++)
        {
            float sum = _parameters[layer.BiasOffset + filter];
            foreach ((int kernel, int channel) in kernels[filter])
            for (int tap = 0; tap < layer.Taps; tap++)
            {
                (int kernelRow, int kernelColumn) = (tap / layer.KernelWidth, tap % layer.KernelWidth);
                int weight = layer.WeightOffset + kernel * layer.Taps + tap;
                int y = row * layer.StrideHeight - layer.Pads.Top + kernelRow;
                int pixel = column * layer.StrideWidth - layer.Pads.Left + kernelColumn;
                if (y >= 0 && y < input.Height && pixel >= 0 && pixel < input.Width)
                    sum = Fused.MultiplyAdd(x[(channel * input.Height + y) * input.Width + pixel], _parameters[weight], sum);
            }

            z[next++] = sum;
        }

        return z;
    }

    private float[] Multiply(ShapedDense layer, float[] x)
    {
        var z = new float[layer.Output.Length];
        for (int unit = 0; unit < z.Length; unit++)
        {
            float sum = _parameters[layer.BiasOffset + unit];
            for (int input = 0; input < x.Length; input++)
                sum = Fused.MultiplyAdd(x[input], _parameters[layer.WeightOffset + unit * x.Length + input], sum);
            z[unit] = sum;
        }

        return z;
    }

    private float[] Subsample(ShapedSubsampling layer, float[] x)
    {
        float[] z = Pool(layer.Sums, x);
        for (int i = 0; i < z.Length; i++)
        {
            int channel = i / layer.Output.Area;
            z[i] = Fused.MultiplyAdd(z[i], _parameters[layer.WeightOffset + channel], _parameters[layer.BiasOffset + channel]);
        }

        return z;
    }

    private static float[] Distances(ShapedRbf layer, float[] x)
    {
        var z = new float[layer.Output.Length];
        for (int unit = 0; unit < z.Length; unit++)
        {
            for (int input = 0; input < x.Length; input++)
            {
                float difference = x[input] - (layer.Codes[unit, input] ? 1 : -1);
                z[unit] = Fused.MultiplyAdd(difference, difference, z[unit]);
            }
        }

        return z;
    }

    private static float[] Pool(ShapedPooling layer, float[] x)
    {
        TensorShape input = layer.Input, output = layer.Output;
        var z = new float[output.Length];
        int next = 0;
        for (int channel = 0; channel < output.Channels; channel++)
        for (int row = 0; row < output.Height; row++)
        for (int column = 0; column < output.Width; column++)
        {
            int top = row * layer.StrideHeight - layer.Pads.Top, left = column * layer.StrideWidth - layer.Pads.Left;
            int count = 0;
            float value = 0;
            for (int y = Math.Max(0, top); y < Math.Min(input.Height, top + layer.PoolHeight); y++)
            for (int pixel = Math.Max(0, left); pixel < Math.Min(input.Width, left + layer.PoolWidth); pixel++)
            {
                float element = x[(channel * input.Height + y) * input.Width + pixel];
                value = count++ == 0 ? element : layer.AddsUp ? value + element : element > value ? element : value;
            }

            z[next++] = layer.Kind == PoolingKind.Average ? value * (float)(1.0 / count) : value;
        }

        return z;
    }
}
