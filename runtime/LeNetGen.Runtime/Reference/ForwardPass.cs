using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Everything that the forward pass of one image computes, layer by layer; each value lies (channel, row, column).</summary>
public sealed class ForwardPass<T> where T : IFloatingPointIeee754<T>
{
    private readonly NetworkDefinition _definition;

    internal ForwardPass(NetworkDefinition definition, ReadOnlySpan<T> image)
    {
        _definition = definition;
        Image = image.ToArray();
        PreActivations = [.. definition.Layers.Select(layer => new T[layer.Output.Length])];
        Outputs = [.. definition.Layers.Select(layer => new T[layer.Output.Length])];
        Masks = new T[]?[definition.Layers.Length];
        Logits = definition.EndsInSoftmax ? PreActivations[^1] : Outputs[^1];
    }

    /// <summary>[input] the image.</summary>
    public T[] Image { get; }

    /// <summary>[layer][output] each layer's values before its activation.</summary>
    public T[][] PreActivations { get; }

    /// <summary>[layer][output] each layer's values after its activation; of a last layer with softmax, the probabilities.</summary>
    public T[][] Outputs { get; }

    /// <summary>[classes] what the loss is computed from: the last layer's outputs; where it ends in softmax, its values before.</summary>
    public T[] Logits { get; }

    /// <summary>Whether the logits are penalties, of which the smallest says the class.</summary>
    internal bool OutputsArePenalties => _definition.OutputsArePenalties;

    /// <summary>[layer][output] what each dropout multiplies its input by; null for any other layer, and outside of training.</summary>
    public T[]?[] Masks { get; }

    /// <summary>[inputs][input] what a layer reads.</summary>
    internal T[][] InputsOf(int layer) =>
        [.. _definition.InputsOf(layer).Select(input => input == NetworkDefinition.InputIndex ? Image : Outputs[input])];
}
