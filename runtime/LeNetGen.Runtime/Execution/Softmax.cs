using System.ComponentModel;
using LeNetGen.Arithmetic;

namespace LeNetGen.Execution;

/// <summary>The softmax of docs/arithmetic.md, section 4, for one image.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax
{
    /// <summary>Turns logits into probabilities, in place.</summary>
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
