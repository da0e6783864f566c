using LeNetGen.Execution.Tests.Compilation;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>
/// The optimizer's limits hold for networks many times the size of LeNet too. They are compiled here and not trained, which would take minutes.
/// </summary>
public sealed class LargeNetworkTests
{
    private const string Vgg = """
        using LeNetGen;

        namespace Large;

        [Network(3, 64, 64)]
        [Conv2D(32, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
        [Conv2D(32, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Conv2D(128, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Flatten]
        [Dense(256, Activation = Activation.ReLU)]
        [Dense(100, Activation = Activation.Softmax)]
        public sealed partial class Vgg;
        """;

    /// <summary>Large kernels, strides, many channels, overlapping pools.</summary>
    private const string Strided = """
        using LeNetGen;

        namespace Large;

        [Network(3, 96, 96)]
        [Conv2D(64, 7, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
        [MaxPooling2D(3, Strides = 2)]
        [Conv2D(128, 7, Strides = 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
        [Conv2D(128, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
        [AveragePooling2D(3, Strides = 2)]
        [Flatten]
        [Dense(300, Activation = Activation.Tanh)]
        [Dense(100, Activation = Activation.Softmax)]
        public sealed partial class Strided;
        """;

    [Theory]
    [InlineData("Vgg", Vgg)]
    [InlineData("Strided", Strided)]
    public void LargeNetworks_EveryMethodAtEveryWidth_StaysBelowTheOptimizersLimits(string name, string source)
    {
        using CompiledNetwork network = CompiledNetwork.Compile(source, $"Large.{name}");

        Assert.Equal(Enum.GetValues<VectorWidth>().Length, GeneratedClasses.KernelsOf(network.Type).Count());
        Assert.Empty(GeneratedClasses.CodeOf(network.Type).SelectMany(OptimizerLimits.Excesses));
    }
}
