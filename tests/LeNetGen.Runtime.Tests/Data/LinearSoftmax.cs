using System.Numerics;
using System.Runtime.InteropServices;
using LeNetGen.Arithmetic;
using LeNetGen.Data;

namespace LeNetGen.Runtime.Tests.Data;

/// <summary>A linear softmax classifier of raw images, trained by Adam on mini-batches: the yardstick of how hard a set is.</summary>
internal sealed class LinearSoftmax
{
    private const int BatchSize = 32;
    private readonly int _classes;
    private readonly float[][] _weights, _gradient, _mean, _square;
    private int _step;

    public LinearSoftmax(Dataset shape)
    {
        _classes = shape.ClassNames.Count;

        // One element more than pixels, for the bias; then up to whole vectors.
        int length = (shape.ImageShape.Length + Vector<float>.Count) / Vector<float>.Count * Vector<float>.Count;
        (_weights, _gradient, _mean, _square) = (Rows(length), Rows(length), Rows(length), Rows(length));
    }

    /// <summary>Each image as pixels of 0 to 1, a one for the bias, and zeros up to whole vectors.</summary>
    public float[][] Inputs(Dataset dataset)
    {
        float[][] inputs = new float[dataset.Count][];
        for (int image = 0; image < inputs.Length; image++)
        {
            ReadOnlySpan<byte> pixels = dataset.RawImage(image);
            inputs[image] = new float[_weights[0].Length];
            for (int pixel = 0; pixel < pixels.Length; pixel++)
                inputs[image][pixel] = pixels[pixel] / 255f;
            inputs[image][pixels.Length] = 1;
        }

        return inputs;
    }

    /// <summary>Trains for one epoch; returns the mean loss over it.</summary>
    public double Train(float[][] inputs, Dataset dataset, int epoch, double learningRate)
    {
        int[] order = [.. Enumerable.Range(0, inputs.Length)];
        var random = new RandomStream(1, epoch, RandomPurpose.Shuffle);
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = random.Below((ulong)last, last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        double loss = 0;
        for (int start = 0; start + BatchSize <= order.Length; start += BatchSize)
        {
            foreach (float[] row in _gradient)
                Array.Clear(row);
            foreach (int image in order.AsSpan(start, BatchSize))
            {
                double[] probabilities = Probabilities(inputs[image]);
                loss -= Math.Log(Math.Max(probabilities[dataset.Label(image)], 1e-30));
                for (int row = 0; row < _classes; row++)
                    AddScaled(_gradient[row], inputs[image], (float)((probabilities[row] - (row == dataset.Label(image) ? 1 : 0)) / BatchSize));
            }

            Step(learningRate);
        }

        return loss / inputs.Length;
    }

    public double Accuracy(float[][] inputs, Dataset dataset)
    {
        int correct = 0;
        for (int image = 0; image < inputs.Length; image++)
        {
            double[] probabilities = Probabilities(inputs[image]);
            correct += Array.IndexOf(probabilities, probabilities.Max()) == dataset.Label(image) ? 1 : 0;
        }

        return (double)correct / inputs.Length;
    }

    private double[] Probabilities(float[] input)
    {
        double[] scores = [.. _weights.Select(row => Dot(row, input))];
        double largest = scores.Max(), sum = 0;
        for (int row = 0; row < scores.Length; row++)
            sum += scores[row] = Math.Exp(scores[row] - largest);
        for (int row = 0; row < scores.Length; row++)
            scores[row] /= sum;
        return scores;
    }

    // Adam (Kingma and Ba, 2015, algorithm 1).
    private void Step(double learningRate)
    {
        const float beta1 = 0.9f, beta2 = 0.999f;
        _step++;
        Vector<float> rate = new((float)(learningRate * Math.Sqrt(1 - Math.Pow(beta2, _step)) / (1 - Math.Pow(beta1, _step))));
        Vector<float> epsilon = new(1e-7f);
        for (int row = 0; row < _classes; row++)
        {
            Span<Vector<float>> weights = Vectors(_weights[row]), mean = Vectors(_mean[row]), square = Vectors(_square[row]);
            ReadOnlySpan<Vector<float>> gradient = Vectors(_gradient[row]);
            for (int index = 0; index < weights.Length; index++)
            {
                mean[index] = beta1 * mean[index] + (1 - beta1) * gradient[index];
                square[index] = beta2 * square[index] + (1 - beta2) * gradient[index] * gradient[index];
                weights[index] -= rate * mean[index] / (Vector.SquareRoot(square[index]) + epsilon);
            }
        }
    }

    private static double Dot(float[] left, float[] right)
    {
        Span<Vector<float>> a = Vectors(left), b = Vectors(right);
        Vector<float> sum = Vector<float>.Zero;
        for (int index = 0; index < a.Length; index++)
            sum += a[index] * b[index];
        return Vector.Sum(sum);
    }

    private static void AddScaled(float[] target, float[] source, float factor)
    {
        Span<Vector<float>> to = Vectors(target), from = Vectors(source);
        Vector<float> factors = new(factor);
        for (int index = 0; index < to.Length; index++)
            to[index] += from[index] * factors;
    }

    private static Span<Vector<float>> Vectors(float[] row) => MemoryMarshal.Cast<float, Vector<float>>(row.AsSpan());

    private float[][] Rows(int length) => [.. Enumerable.Range(0, _classes).Select(_ => new float[length])];
}
