using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// The curvature of one image's loss by whole Jacobian matrices, layer by layer: <c>h[j]</c> is the sum of <c>J[i, j]^2 h[i]</c> over a
/// layer's outputs. Slow, and without any of the interpreter's curvature rules.
/// </summary>
internal sealed class LiteralCurvature(NetworkDefinition network, double[] parameters)
{
    private readonly LayerReference<double>[] _layers = [.. network.Layers.Select(LayerReference<double>.Of)];

    /// <summary>Computes it.</summary>
    /// <param name="pass">The image's forward pass.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="label">Its label.</param>
    /// <param name="target">[outputs] its target.</param>
    /// <returns>[parameters] the curvature.</returns>
    public double[] Of(ForwardPass<double> pass, Loss loss, int label, double[] target)
    {
        double[] curvature = new double[network.ParameterCount];
        double[][] dy = [.. network.Layers.Select(layer => new double[layer.Output.Length])];
        double[][] hy = [.. network.Layers.Select(layer => new double[layer.Output.Length])];
        ReferenceLoss<double>.Of(loss).Gradient(pass.Logits, network.EndsInSoftmax, label, target, 1, dy[^1]);
        OfLoss(pass.Logits, loss).CopyTo(hy[^1], 0);
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            LayerDefinition layer = network.Layers[i];
            double[] slopes = [.. pass.PreActivations[i].Select(z => Derivative(layer, z))];
            double[] dz = [.. dy[i].Zip(slopes, (d, slope) => d * slope)], hz = [.. hy[i].Zip(slopes, (h, slope) => h * slope * slope)];
            double[][] inputs = pass.InputsOf(i);
            for (int input = 0; input < inputs.Length; input++)
            {
                int source = network.InputsOf(i)[input];
                if (source == NetworkDefinition.InputIndex)
                    continue;
                for (int k = 0; k < hz.Length; k++)
                {
                    double[] row = new double[inputs[input].Length];
                    _layers[i].InputGradient(ParametersOf(i, pass), inputs, input, Unit(hz.Length, k), row);
                    for (int j = 0; j < row.Length; j++)
                    {
                        dy[source][j] += row[j] * dz[k];
                        hy[source][j] += row[j] * row[j] * hz[k];
                    }
                }

                // Radial basis functions bend themselves, by 2 in every direction.
                if (layer is RbfDefinition)
                    hy[source] = [.. hy[source].Select(h => h + 2 * Math.Max(0, dz.Sum()))];
            }

            for (int k = 0; k < hz.Length && _layers[i].ParameterCount > 0; k++)
            {
                double[] row = new double[_layers[i].ParameterCount];
                _layers[i].AddParameterGradient(
                    Lanes(inputs[0], inputs[0].Length), Lanes(Unit(hz.Length, k), hz.Length), row);
                for (int j = 0; j < row.Length; j++)
                    curvature[layer.ParameterOffset + j] += row[j] * row[j] * hz[k];
            }
        }

        return curvature;
    }

    private double[] OfLoss(double[] outputs, Loss loss)
    {
        if (loss is MaximumAPosteriori criterion)
        {
            double sum = Math.Exp(-criterion.J) + outputs.Sum(y => Math.Exp(-y));
            return [.. outputs.Select(y => Math.Exp(-y) / sum * (1 - Math.Exp(-y) / sum))];
        }

        double[] probabilities = [.. outputs.Select(z => Math.Exp(z) / outputs.Sum(Math.Exp))];
        if (loss is not MeanSquaredError)
            return [.. probabilities.Select(p => p * (1 - p))];
        double[] curvature = new double[outputs.Length];
        for (int k = 0; k < outputs.Length; k++)
        for (int j = 0; j < outputs.Length; j++)
        {
            double same = k == j ? 1 : 0, slope = network.EndsInSoftmax ? probabilities[k] * (same - probabilities[j]) : same;
            curvature[j] += 2.0 / outputs.Length * slope * slope;
        }

        return curvature;
    }

    private static double Derivative(LayerDefinition layer, double z) => layer.Activation switch
    {
        Activation.None or Activation.Softmax => 1,
        Activation.ReLU => z > 0 ? 1 : 0,
        Activation.LeakyReLU => z > 0 ? 1 : layer.NegativeSlope,
        Activation.Sigmoid => Math.Exp(-z) / Math.Pow(1 + Math.Exp(-z), 2),
        Activation.Tanh => 1 / Math.Pow(Math.Cosh(z), 2),
        _ => 1.7159 * 2 / 3 / Math.Pow(Math.Cosh(2 * z / 3), 2),
    };

    private double[] ParametersOf(int layer, ForwardPass<double> pass) =>
        pass.Masks[layer] ?? parameters[network.Layers[layer].ParameterOffset..][.._layers[layer].ParameterCount];

    private static double[] Unit(int length, int index)
    {
        double[] unit = new double[length];
        unit[index] = 1;
        return unit;
    }

    private static double[][] Lanes(double[] first, int length) =>
        [first, .. Enumerable.Range(1, NetworkKernels.BlockSize - 1).Select(_ => new double[length])];
}
