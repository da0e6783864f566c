using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// A layer that computes each element from the same elements of its inputs: a sum, a product, an activation by itself, a copy.
/// </summary>
/// <param name="Operator">What stands between two operands; null where there is one.</param>
/// <param name="Activation">What the result goes through.</param>
/// <param name="Sources">One operand, or two.</param>
internal sealed record ElementwiseStep(
    ShapedLayer Layer, string Name, char? Operator, ActivationFunction Activation, int Lanes, int Length,
    EquatableArray<Operand> Sources, Operand Target) : KernelStep(Layer)
{
    public override string Method => Name;

    public override IEnumerable<KernelParameter> Parameters => Sources.Count == 1
        ? [new("x", Sources[0]), new("y", Target)]
        : [new("a", Sources[0]), new("b", Sources[1]), new("y", Target)];
}

/// <summary>
/// The gradient of what such a layer, a dropout or a concatenation reads, where it takes more than a look at the gradient of its output.
/// </summary>
/// <param name="OutputGradient">The gradient of the output.</param>
/// <param name="Inputs">Each of the values that the layer reads and that need a gradient.</param>
internal sealed record ElementwiseGradientStep(
    ShapedLayer Layer, string Name, int Lanes, int Length, Operand OutputGradient, EquatableArray<InputShare> Inputs) : KernelStep(Layer)
{
    public override string Method => Name;

    public override IEnumerable<KernelParameter> Parameters
    {
        get
        {
            yield return new("dz", OutputGradient);
            for (int input = 0; input < Inputs.Count; input++)
            {
                foreach (KernelParameter parameter in Inputs[input].Parameters(SuffixOf(input)))
                    yield return parameter;
            }
        }
    }

    /// <summary>What tells an input's variables from those of the others.</summary>
    public string SuffixOf(int input) => Inputs.Count == 1 ? "" : Emission.Literal.Of(input);
}

/// <summary>What an elementwise layer adds to the gradient of a value that it reads.</summary>
/// <param name="Factors">For each of the operands that are this value, what the output's gradient is multiplied by.</param>
/// <param name="Shares">The shares of layers further on; null where there are none.</param>
/// <param name="Derivative">The activation that made the value, where this share is the last; it stands in the target.</param>
/// <param name="Target">Receives the sum.</param>
internal sealed record InputShare(EquatableArray<GradientFactor> Factors, Operand? Shares, ActivationFunction Derivative, Operand Target)
{
    public IEnumerable<KernelParameter> Parameters(string suffix)
    {
        foreach (GradientFactor factor in Factors)
        {
            if (factor.Place is not null)
                yield return new(factor.Name + suffix, factor.Place);
        }

        if (Shares is not null)
            yield return new("shares" + suffix, Shares);
        yield return new("dx" + suffix, Target);
    }
}

/// <summary>What the gradient of an output is multiplied by.</summary>
/// <param name="Name">The parameter that refers to it.</param>
/// <param name="Place">Where it lies; null for a factor of one.</param>
internal sealed record GradientFactor(string Name, Operand? Place);
