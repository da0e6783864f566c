using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Tests;

/// <summary>Which convolutions go by turns with the poolings behind them, and with which rows.</summary>
public class RowStripsTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    public void Convolutions_TooLargeForTheCache_GoByTurnsWithActivationAndPooling(int lanes)
    {
        NetworkPlan plan = NetworkPlan.Of(Network(Declarations.D2l), lanes);
        Assert.Equal(
            [
                ["Conv2D_1_Forward", "Conv2D_1_Activate", "AveragePooling2D_1_Forward"],
                ["Conv2D_2_Forward", "Conv2D_2_Activate", "AveragePooling2D_2_Forward"],
            ],
            TurnsOf(plan.Forward));
        Assert.Null(plan.Training);
        Assert.All(plan.Forward, step => Assert.Equal(step.Strips is not null, step.Method.Contains("2D_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Convolutions_ThatFitTheCache_AreComputedAtOnce()
    {
        ShapedNetwork network = Network(Declarations.D2l);
        Assert.Equal(
            [["Conv2D_1_Forward", "Conv2D_1_Activate", "AveragePooling2D_1_Forward"]], TurnsOf(NetworkPlan.Of(network, 4).Forward));
        Assert.Empty(TurnsOf(NetworkPlan.Of(network, 1).Forward));
    }

    [Fact]
    public void Convolution_ThatAPredictionPoolsInRegisters_GoesByTurnsInTraining()
    {
        NetworkPlan plan = Plan("[Network(1, 32, 32)][Conv2D(6, 3, Activation = Activation.ReLU)][AveragePooling2D(2)][Flatten][Dense(3)]");
        Assert.Empty(TurnsOf(plan.Forward));
        Assert.Equal([["Conv2D_1_Forward", "AveragePooling2D_1_Forward"]], TurnsOf(plan.Training!.Steps));
    }

    [Theory]
    [InlineData("[Conv2D(6, 3)][AveragePooling2D(3, Strides = 2)]")]
    [InlineData("[Conv2D(6, 3)][AveragePooling2D(2, Pad = 1)]")]
    [InlineData("[Conv2D(6, 3)][AveragePooling2D(32, 2)]")]
    [InlineData("[Conv2D(6, 3)][AveragePooling2D(25)]")]
    [InlineData("[Conv2D(6, 3)][Dropout(0.5)][AveragePooling2D(2)]")]
    [InlineData("[Conv2D(6, 3)][Conv2D(2, 3, Padding = Padding.Same)]")]
    [InlineData("[Conv2D(16, 3)][AveragePooling2D(2)]")]
    [InlineData("[AveragePooling2D(2)]")]
    public void OtherLayers_OfAnImage_AreComputedAtOnce(string layers)
    {
        NetworkPlan plan = Plan($"[Network(1, 34, 34)]{layers}[Flatten][Dense(3)]");
        Assert.All(plan.Steps, step => Assert.Null(step.Strips));
    }

    [Theory]
    [InlineData("Auto", true)]
    [InlineData("Row", true)]
    [InlineData("Layer", false)]
    public void Convolution_WithoutALoopOverRows_IsComputedAtOnce(string unroll, bool goesByTurns)
    {
        NetworkPlan plan = Plan(
            "[Network(1, 6, 130)]"
            + $"[Conv2D(1, 1, 3, Activation = Activation.Tanh, Unroll = Unroll.{unroll})][AveragePooling2D(2)][Flatten][Dense(3)]");
        Assert.Equal(goesByTurns, plan.Forward.Any(step => step.Strips is not null));
    }

    [Theory]
    [InlineData("var x = Pool(Tanh(Conv(image))); return Logits(Flatten(x + Other(image)));", true)]
    [InlineData("var x = Tanh(Conv(image)); return Logits(Concatenate(Flatten(Pool(x) + Other(image)), Flatten(x)));", false)]
    [InlineData("var x = Tanh(Conv(image)); var y = Other(image); return Logits(Flatten(Pool(x) + y));", false)]
    public void Convolution_OfAGraph_GoesByTurnsWithThePoolingThatAloneReadsItAndFollows(string body, bool goesByTurns)
    {
        GeneratorRun run = GeneratorRun.Of(Graphs.Network($$"""
                [Conv2D(6, 3, Padding = Padding.Same)] private static partial Node Conv(Node x);
                [Conv2D(6, 2, Strides = 2)] private static partial Node Other(Node x);
                [AveragePooling2D(2)] private static partial Node Pool(Node x);
                [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node image) { {{body}} }
            """).Replace("[Network(1, 8, 8)]", "[Network(1, 32, 32)]", StringComparison.Ordinal));
        NetworkPlan plan = NetworkPlan.Of(run.Values<ShapedNetwork>(TrackingNames.Networks).Single(), 16);
        Assert.Equal(goesByTurns, plan.Forward.Any(step => step.Strips is not null));
    }

    [Fact]
    public void Places_OfStepsThatGoByTurns_AreAllInUseAtATime()
    {
        NetworkPlan plan = NetworkPlan.Of(Network(Declarations.D2l), 16);
        foreach (IReadOnlyList<KernelStep> turns in RowStrips.Turns(plan.Forward))
        {
            Region[] regions =
            [
                .. turns.SelectMany(step => step.Parameters).Select(parameter => parameter.Place.Region).OfType<Region>().Distinct()
                    .OrderBy(region => region.Offset),
            ];
            Assert.All(regions.Zip(regions.Skip(1)), pair => Assert.True(pair.First.Offset + pair.First.Length <= pair.Second.Offset));
        }
    }

    [Theory]
    [InlineData("2", "32", "row + 2", "row / 2, endRow / 2")]
    [InlineData("2", "33", "Math.Min(row + 2, 33)", "row / 2, endRow / 2")]
    [InlineData("2, Strides = 5", "32", "Math.Min(row + 5, 32)", "row / 5, (endRow + 3) / 5")]
    public void Passes_OverStrips_NameTheRowsAndWindowsOfEach(string pooling, string rows, string endOfStrip, string windows)
    {
        NetworkPlan plan = Plan(
            $"[Network(1, {rows}, 32)][Conv2D(3, 1, Activation = Activation.Tanh)][AveragePooling2D({pooling})][Flatten][Dense(3)]");
        string text = KernelsEmitter.Write(plan);
        Assert.Contains($"nint endRow = {endOfStrip};", text, StringComparison.Ordinal);
        Assert.Contains("Conv2D_1_Activate(ref Conv2D_1_workspace, row, endRow);", text, StringComparison.Ordinal);
        Assert.Contains($"ref AveragePooling2D_1_workspace, {windows});", text, StringComparison.Ordinal);
    }

    private static IEnumerable<IEnumerable<string>> TurnsOf(IEnumerable<KernelStep> steps) =>
        RowStrips.Turns(steps).Where(turns => turns.Count > 1).Select(turns => turns.Select(step => step.Method));

    private static NetworkPlan Plan(string attributes) => NetworkPlan.Of(Network(Declarations.Network(attributes)), 16);

    private static ShapedNetwork Network(string source) =>
        GeneratorRun.Of(source).Values<ShapedNetwork>(TrackingNames.Networks).Single();
}
