namespace LeNetGen.Execution.Tests.Golden;

/// <summary>A network's loss and gradient, computed in double with the errors of float.</summary>
internal sealed class NoisyNetwork(NetworkDefinition definition, FloatNoise noise)
{
    private readonly NoisyLayer[] _layers = [.. definition.Layers.Select(layer => new NoisyLayer(layer, noise))];

    /// <summary>What the layers write for a batch, image by image; the classes' probabilities, the mean loss and the gradient.</summary>
    /// <param name="images">[images][input] one chunk of whole blocks.</param>
    /// <param name="labels">[images] their classes.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    public (double[][] Outputs, double[] Probabilities, double Loss, double[] Gradient) Compute(
        double[][] images, int[] labels, double[] parameters)
    {
        foreach (NoisyLayer layer in _layers)
            layer.SetParameters(parameters);
        var values = new double[_layers.Length + 1][][];
        values[0] = images;
        for (int i = 0; i < _layers.Length; i++)
            values[i + 1] = Array.ConvertAll(values[i], _layers[i].Forward);

        double loss = 0;
        List<double> probabilities = [];
        var dy = new double[images.Length][];
        for (int image = 0; image < images.Length; image++)
        {
            (double[] ofImage, double imageLoss, dy[image]) = CrossEntropy(values[^1][image], labels[image], images.Length);
            probabilities.AddRange(ofImage);
            loss += imageLoss / images.Length;
        }

        double[][] outputs = [.. values.Skip(1).Select(ofLayer => ofLayer.SelectMany(ofImage => ofImage).ToArray())];
        return (outputs, [.. probabilities], loss, Backward(values, dy));
    }

    private double[] Backward(double[][][] values, double[][] dy)
    {
        double[] gradient = new double[definition.ParameterCount];
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            NoisyLayer layer = _layers[i];
            double[][] dz = EachImage(values[i + 1], dy, layer.ActivationGradient);
            layer.ParameterGradient(values[i], dz, gradient);
            if (i > 0)
                dy = EachImage(values[i], dz, layer.InputGradient);
        }

        return gradient;
    }

    // docs/arithmetic.md, section 5.
    private (double[] Probabilities, double Loss, double[] Gradient) CrossEntropy(double[] logits, int label, int images)
    {
        double largest = logits.Max();
        double[] distances = Array.ConvertAll(logits, logit => noise.Rounded(logit - largest));
        double[] exponentials = Array.ConvertAll(distances, distance => noise.Elementary(Math.Exp(distance)));
        double sum = noise.Rounded(exponentials.Sum(), roundings: logits.Length);
        double[] probabilities = Array.ConvertAll(exponentials, exponential => noise.Rounded(exponential / sum));
        double loss = noise.Rounded(noise.Elementary(Math.Log(sum)) - distances[label]);
        double[] gradient = [.. probabilities];
        gradient[label]--;
        return (probabilities, loss, Array.ConvertAll(gradient, element => noise.Rounded(element / images, roundings: 2)));
    }

    private static double[][] EachImage(double[][] first, double[][] second, Func<double[], double[], double[]> function) =>
        [.. first.Select((values, image) => function(values, second[image]))];
}
