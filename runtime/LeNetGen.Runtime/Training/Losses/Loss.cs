using LeNetGen.Data;

namespace LeNetGen.Training;

/// <summary>
/// What training makes small. The formulas stand in docs/arithmetic.md, section 5. Whether a network's outputs are probabilities or
/// logits is known from its declaration, so there is nothing to choose: a cross-entropy takes those before a final softmax, and the
/// outputs of any other network, as logits; the squared error takes the outputs themselves; <see cref="MaximumAPosteriori"/> takes
/// penalties, which the cross-entropies do not.
/// </summary>
public abstract class Loss
{
    private protected Loss()
    {
    }

    /// <summary>What reports call the loss.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it compares outputs with the dataset's targets; else with its labels.</summary>
    public abstract bool UsesTargets { get; }

    /// <summary>Requires of a network and a dataset what the loss needs, apart from the values of targets.</summary>
    /// <exception cref="LeNetGenException">
    /// The outputs mean something else; or there are no targets, or of another length than the network's outputs.
    /// </exception>
    internal void Require(NetworkDefinition network, Dataset dataset)
    {
        RequireOutputs(network);
        if (!UsesTargets)
            return;
        if (!dataset.HasTargets)
            throw new LeNetGenException($"{GetType().Name} needs targets, but '{dataset.Name}' has only labels; {Remedy}.");
        if (dataset.TargetLength != network.Output.Length)
        {
            throw new LeNetGenException(
                $"The targets of '{dataset.Name}' have {dataset.TargetLength} elements, but network '{network.Name}' has "
                + $"{network.Output.Length} outputs.");
        }
    }

    /// <summary>Requires that a network's outputs are what the loss takes them for.</summary>
    /// <exception cref="LeNetGenException">They are not.</exception>
    internal virtual void RequireOutputs(NetworkDefinition network)
    {
    }

    /// <summary>Requires logits, or probabilities, of which the largest says the class.</summary>
    /// <exception cref="LeNetGenException">The outputs are penalties.</exception>
    private protected void RequireLogits(NetworkDefinition network)
    {
        if (network.OutputsArePenalties)
        {
            throw new LeNetGenException(
                $"{GetType().Name} makes the label's output large, but the outputs of network '{network.Name}' are penalties, of which the "
                + $"smallest says the class; use {nameof(MaximumAPosteriori)}.");
        }
    }

    /// <summary>Requires that the loss can work with one image's target.</summary>
    /// <exception cref="LeNetGenException">It cannot.</exception>
    internal virtual void RequireTarget(Dataset dataset, int index)
    {
    }

    /// <summary>Computes the losses of a block and their gradient.</summary>
    internal abstract void Compute(in LossBlock block);

    /// <summary>What a dataset without targets may be given.</summary>
    private protected virtual string Remedy => "call ToCategorical() or WithTargets(targets)";
}
