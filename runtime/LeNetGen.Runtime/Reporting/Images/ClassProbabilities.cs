using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Images;

/// <summary>The probabilities that a network gives to the classes of one image: the softmax of what its loss is computed from, or of
/// that negated where it is penalties.</summary>
internal sealed class ClassProbabilities
{
    private readonly float[] _values;

    /// <summary>The probabilities in a forward pass.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="dataset">The image's dataset, which names the classes.</param>
    /// <param name="actual">The image's class.</param>
    public ClassProbabilities(ForwardPass<float> pass, Dataset dataset, int actual)
    {
        _values = [.. pass.OutputsArePenalties ? pass.Logits.Select(penalty => -penalty) : pass.Logits];
        Predicted = Softmax.Largest(_values);
        Softmax.Apply(_values);
        Actual = actual;
        Names = [.. Enumerable.Range(0, _values.Length).Select(NameOf)];

        // A network may have more outputs than its dataset has classes.
        string NameOf(int index) => index < dataset.ClassNames.Count ? dataset.ClassNames[index] : Figures.Plain(index);
    }

    /// <summary>[classes] the probabilities.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>[classes] the classes' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The class of the greatest output.</summary>
    public int Predicted { get; }

    /// <summary>The image's class.</summary>
    public int Actual { get; }

    /// <summary>Whether the two are the same.</summary>
    public bool IsRight => Predicted == Actual;

    /// <summary>What the image is and what it is taken for.</summary>
    public string Sentence => IsRight
        ? $"{Names[Actual]}, classified rightly with {Figures.Percent(_values[Predicted])}"
        : $"{Names[Actual]}, taken for {Names[Predicted]} with {Figures.Percent(_values[Predicted])}";
}
