using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;
using LeNetGen.Arithmetic;

namespace LeNetGen.Execution;

/// <summary>The softmax of docs/arithmetic.md, section 4.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax
{
    /// <summary>Turns the logits of one image into probabilities, in place.</summary>
    /// <param name="values">[classes] the logits; receives the probabilities.</param>
    public static void Apply(Span<float> values)
    {
        float largest = values[Largest(values)];
        float sum = 0;
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = Elementary.Exp(values[k] - largest);
            // That the first is added to zero makes no difference: exponentials are not negative.
            sum += values[k];
        }

        for (int k = 0; k < values.Length; k++)
            values[k] /= sum;
    }

    /// <summary>Turns the logits of 16 images into probabilities, in place.</summary>
    /// <param name="block">[classes, 16] the logits; receives the probabilities.</param>
    public static void ApplyToBlock(Span<float> block)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(block);
        int stride = NetworkKernels.BlockSize / Vector<float>.Count;
        for (int first = 0; first < stride; first++)
        {
            Vector<float> largest = vectors[first];
            for (int k = first + stride; k < vectors.Length; k += stride)
                largest = Vector.ConditionalSelect(Vector.GreaterThan(vectors[k], largest), vectors[k], largest);
            Vector<float> sum = Vector<float>.Zero;
            for (int k = first; k < vectors.Length; k += stride)
                sum += vectors[k] = Elementary.Exp(vectors[k] - largest);
            for (int k = first; k < vectors.Length; k += stride)
                vectors[k] /= sum;
        }
    }

    /// <summary>The index of the smallest value; the first wins.</summary>
    /// <param name="values">[classes] penalties.</param>
    public static int Smallest(ReadOnlySpan<float> values)
    {
        int smallest = 0;
        for (int k = 1; k < values.Length; k++)
        {
            if (values[k] < values[smallest])
                smallest = k;
        }

        return smallest;
    }

    /// <summary>The index of the largest value; the first wins.</summary>
    /// <param name="values">[classes] the logits.</param>
    public static int Largest(ReadOnlySpan<float> values)
    {
        int largest = 0;
        for (int k = 1; k < values.Length; k++)
        {
            if (values[k] > values[largest])
                largest = k;
        }

        return largest;
    }
}
