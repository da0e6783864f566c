using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>A layer with a weight tensor, followed by a bias for each output channel.</summary>
/// <inheritdoc cref="LayerDefinition(string, Shape, Shape)"/>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The shape of what it reads.</param>
/// <param name="Output">The shape of what it writes.</param>
public abstract record WeightedLayerDefinition(string Name, Shape Input, Shape Output) : LayerDefinition(Name, Input, Output)
{
    /// <summary>What the weights are before training.</summary>
    public Initializer KernelInitializer { get; init; }

    /// <summary>The weights' number where their initialiser is <see cref="Initializer.Constant"/>.</summary>
    public float KernelConstant { get; init; }

    /// <summary>What the biases are before training.</summary>
    public Initializer BiasInitializer { get; init; } = Initializer.Zeros;

    /// <summary>The biases' number where their initialiser is <see cref="Initializer.Constant"/>.</summary>
    public float BiasConstant { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<ParameterDefinition> UsedParameters
    {
        get
        {
            string owner = SharesWith ?? Name;
            (ImmutableArray<int> weightFans, ImmutableArray<int> biasFans) = FanIns;
            int biasOffset = ParameterOffset + WeightShape.Aggregate(1, (product, size) => product * size);
            return
            [
                new($"{owner}.weight", ParameterOffset, WeightShape, FanIn, FanOut)
                {
                    FanIns = weightFans,
                    Initializer = KernelInitializer,
                    Constant = KernelConstant,
                },
                new($"{owner}.bias", biasOffset, [Output.Channels], FanIn, FanOut)
                {
                    FanIns = biasFans,
                    Initializer = BiasInitializer,
                    Constant = BiasConstant,
                },
            ];
        }
    }

    /// <summary>The weight tensor's dimensions, the output channels first.</summary>
    private protected abstract ImmutableArray<int> WeightShape { get; }

    /// <summary>Inputs that reach one output.</summary>
    private protected abstract int FanIn { get; }

    /// <summary>Where outputs differ in it, the fan in of each place along the first dimension of weight and bias; else empty.</summary>
    private protected virtual (ImmutableArray<int> Weight, ImmutableArray<int> Bias) FanIns => ([], []);

    /// <summary>Outputs that one input reaches.</summary>
    private protected abstract int FanOut { get; }
}
