using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Golden;

/// <summary>
/// Generated code against PyTorch, which computed in double: every layer's output, probabilities, loss, every gradient, ten losses and the
/// trained parameters are as close as float arithmetic can be expected to come (<see cref="GoldenBounds"/>).
/// </summary>
/// <remarks>
/// The bounds are four typical deviations; the real ones are 0.15 to 2.1 typical ones. At the default width only: that all widths give the
/// same bits is shown elsewhere.
/// </remarks>
public sealed class GoldenTests
{
    // What the bounds may come to, as a fraction of the tensor's largest element. Training has its own, because of the 100,000 gradient
    // elements of a dense layer some are as small as their errors: RMSprop and Adam move those parameters by a few thousandths of a
    // step amiss.
    private const double MostAtTheStart = 1.0 / (1 << 17);
    private const double MostAfterTraining = 1.0 / (1 << 12);

    [SkippableTheory]
    [InlineData("keras_lenet_relu3x3", nameof(KerasLeNet))]
    [InlineData("keras_lenet5_tanh", nameof(LeNet5))]
    [InlineData("d2l_lenet_sigmoid", nameof(LeNet))]
    [InlineData("d2l_subclass_valid", nameof(SubclassedLeNet))]
    [InlineData("keras_mlp_relu", nameof(Mlp))]
    [InlineData("torch_lenet5_relu_maxpool", nameof(TorchLeNet))]
    public void GeneratedCode_GoldenCase_IsWithinTheBoundsOfFloats(string name, string networkName)
    {
        GoldenCase golden = GoldenCase.Read(name);
        Network network = DeclaredNetworks.Create(networkName, VectorWidths.Default);
        Assert.Equal(golden.Network.Layers.Select(Essence), network.Definition.Layers.Select(Essence));

        var bounds = new GoldenBounds(golden, network.Definition);
        GoldenRun run = GoldenRun.OfGeneratedCode(golden, network, OptimizerOf(golden, EpsilonPlacement.PyTorch));

        Assert.Equal(golden.Network.Layers.Length + 2 * golden.Network.Parameters.Count() + 3, run.Tensors.Count);
        Assert.Empty(bounds.Exceeded(run));
        foreach (string tensor in run.Tensors.Keys)
        {
            double most = tensor.StartsWith("trained", StringComparison.Ordinal) ? MostAfterTraining : MostAtTheStart;
            Assert.InRange(bounds.Of(tensor).Largest, 0, most * bounds.Expected(tensor).Max(Math.Abs));
        }
    }

    [SkippableFact]
    public void Bounds_EpsilonWhereKerasAddsIt_AreExceeded()
    {
        GoldenCase golden = GoldenCase.Read("keras_mlp_relu");
        var network = new Mlp(0, VectorWidths.Default);

        var bounds = new GoldenBounds(golden, Mlp.Definition);
        GoldenRun run = GoldenRun.OfGeneratedCode(golden, network, OptimizerOf(golden, EpsilonPlacement.Keras));

        IEnumerable<string> trained = run.Tensors.Keys.Where(tensor => tensor.StartsWith("trained", StringComparison.Ordinal));
        Assert.Equal(trained.Append("losses").Order(), bounds.Exceeded(run).Select(line => line.Split(':')[0]).Order());
    }

    private static (string Kind, Shape Output, Activation Activation) Essence(LayerDefinition layer) =>
        (layer.Kind, layer.Output, layer.Activation);

    private static Optimizer OptimizerOf(GoldenCase golden, EpsilonPlacement placement) => golden.OptimizerName switch
    {
        "sgd" => new Sgd(golden.Hyper("lr"), golden.Hyper("momentum")),
        "rmsprop" => new RmsProp(golden.Hyper("lr"), golden.Hyper("rho"), golden.Hyper("eps"), placement),
        "adam" => new Adam(golden.Hyper("lr"), golden.Hyper("beta1"), golden.Hyper("beta2"), golden.Hyper("eps"), placement),
        string other => throw new InvalidDataException($"The golden optimizer is '{other}', which is not known."),
    };
}
