using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Tests;

/// <summary>What the lanes of a convolution's vectors are where one image is predicted.</summary>
public class SinglePlanTests
{
    private const string Few = "[Network(1, 28, 28)]\n[Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Tanh)]\n";
    private const string Last = "\n[Flatten]\n[Dense(3)]";

    [Fact]
    public void Lanes_OfFewFiltersBeforeAPooling_AreWindows()
    {
        NetworkPlan plan = Plan($"{Few}[AveragePooling2D(2)]{Last}", lanes: 16);
        Assert.Equal(
            ["BlockLayout.ToPhases", "Conv2D_1_Single", "Conv2D_1_ActivateSingle", "AveragePooling2D_1_Single"],
            plan.Single.Take(4).Select(step => step.Method));
        CorrelationPlan kernel = Convolution(plan);
        Assert.Equal((LaneMeaning.Windows, 2 * 6), (kernel.LaneMeaning, kernel.Tile.Accumulators));
    }

    [Theory]
    [InlineData("[Network(1, 14, 14)]\n[Conv2D(16, 5)]\n[AveragePooling2D(2)]", 16)]
    [InlineData(Few + "[AveragePooling2D(3, Strides = 2)]", 16)]
    [InlineData(Few + "[AveragePooling2D(2, PadTop = 1)]", 16)]
    [InlineData(Few + "[AveragePooling2D(1, 28)]", 16)]
    [InlineData(Few + "[AveragePooling2D(1, 14)]", 8)]
    [InlineData(Few + "[Conv2D(2, 3)]\n[AveragePooling2D(2)]", 16)]
    [InlineData(Few + "[AveragePooling2D(2)]", 1)]
    public void Lanes_OfManyFiltersOrBeforeOtherLayers_AreFilters(string layers, int lanes) =>
        Assert.Equal(LaneMeaning.Channels, Convolution(Plan(layers + Last, lanes)).LaneMeaning);

    [Fact]
    public void Workspace_OfWindows_HasRoomForWhatVectorsReachBeyondRows()
    {
        // 11 windows from a step before the first column to one behind the last: two vectors of 8 lanes.
        var lanes = new ColumnLanes(Sources: 22, Targets: 11, Lanes: 8, Elements: 2, Stride: 1, Step: 2, Pad: 2);
        Assert.Equal((2, 16, 32), (lanes.Vectors, lanes.PhaseLength, lanes.RowLength));
        Assert.Equal((1, 17), (lanes.Before, lanes.Behind(kernel: 5)));
        Assert.Equal([-1, 15, 0, 16, 1], Enumerable.Range(0, 5).Select(tap => lanes.OffsetOf(vector: 0, element: 0, tap)));
        Assert.Equal([new(1, 8), new(1, 8), new(0, 8)], Enumerable.Range(0, 3).Select(tap => lanes.LiveLanes(0, 0, tap)));
        Assert.Equal([new(0, 8), new(0, 2)], Enumerable.Range(3, 2).Select(tap => lanes.LiveLanes(1, 0, tap)));
    }

    private static CorrelationPlan Convolution(NetworkPlan plan) => plan.Single.OfType<CorrelationStep>().First().Kernel;

    private static NetworkPlan Plan(string attributes, int lanes) => NetworkPlan.Of(
        GeneratorRun.Of(Declarations.Network(attributes)).Values<ShapedNetwork>(TrackingNames.Networks).Single(), lanes);
}
