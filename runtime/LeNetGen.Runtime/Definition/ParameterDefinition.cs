using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>One parameter tensor of a network.</summary>
/// <param name="Name">Its name in a weights file: the layer's name, a dot, and <c>weight</c> or <c>bias</c>.</param>
/// <param name="Offset">Where it starts in the network's flat parameters.</param>
/// <param name="Shape">Its dimensions, in PyTorch's order: (out, in, height, width) or (out, in) for a weight, (out) for a bias.</param>
/// <param name="FanIn">Inputs that reach one of the layer's outputs, as the initialisers count them.</param>
/// <param name="FanOut">Outputs that one of the layer's inputs reaches, as the initialisers count them.</param>
public sealed record ParameterDefinition(string Name, int Offset, ImmutableArray<int> Shape, int FanIn, int FanOut)
{
    /// <summary>
    /// The fan in of each place along the first dimension, where they differ, as in a convolution of which not every filter reads every
    /// channel; empty where all have <see cref="FanIn"/>.
    /// </summary>
    public ImmutableArray<int> FanIns { get; init; } = [];

    /// <summary>What the elements are before training.</summary>
    public Initializer Initializer { get; init; }

    /// <summary>Their number where the initialiser is <see cref="Initializer.Constant"/>.</summary>
    public float Constant { get; init; }

    /// <summary>The number of elements.</summary>
    public int Length => Shape.Aggregate(1, (product, size) => product * size);

    /// <summary>Whether this is a bias.</summary>
    public bool IsBias => Shape.Length == 1;
}
