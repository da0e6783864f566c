using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Tests.Graph;

/// <summary>What planning makes of a graph: which layers have kernels, whose places they use, and what is called.</summary>
public class GraphPlanTests
{
    [Fact]
    public void Activations_BehindConvolutionsAndSums_HaveNoKernelsOfTheirOwn() => Assert.Equal(
        ["Conv1_Forward(input, Conv1)", "Conv2_Forward(Conv1, Conv2)", "Add_1_Forward(Conv1, Conv2, Add_1)", "Logits_Forward(Add_1, Logits)"],
        Forward("var x = Relu(Conv1(image)); return Softmax(Logits(Flatten(Relu(x + Conv2(x)))));"));

    [Fact]
    public void Sum_OfAValueThatNothingElseReads_ReplacesIt()
    {
        NetworkPlan plan = Plan("var x = Conv1(image); return Logits(Flatten(Relu(x) + Conv2(Sigmoid(x))));");
        Assert.Equal(Place(plan, "Conv2"), Place(plan, "Add_1"));
        Assert.NotEqual(Place(plan, "Conv1"), Place(plan, "Add_1"));
    }

    [Fact]
    public void Concatenation_OfValuesThatNothingElseReads_CopiesNothing()
    {
        NetworkPlan plan = Plan("return Logits(Flatten(Concatenate(Relu(Conv1(image)), Relu(Conv2(image)))));");
        Assert.DoesNotContain(plan.Forward, step => step is ElementwiseStep);
        Assert.Equal(Place(plan, "Conv1") + 2 * 64 * NetworkPlan.BlockLanes, Place(plan, "Conv2"));
    }

    [Fact]
    public void Concatenation_OfDifferentActivations_CopiesAndPassesEachItsPart()
    {
        NetworkPlan plan = Plan("return Logits(Flatten(Concatenate(Relu(Conv1(image)), Tanh(Conv2(image)))));");
        Assert.Equal(2, plan.Forward.Count(step => step is ElementwiseStep));
        Assert.Equal(2, plan.Backward.Count(step => step is ElementwiseGradientStep));
    }

    [Fact]
    public void Calls_OfOneLayer_ShareItsKernels()
    {
        NetworkPlan plan = Plan("var x = Relu(Conv2(Relu(Conv1(image)))); return Logits(Flatten(Pool(Relu(Conv2(x)))));");
        Assert.Equal(["Conv1_Forward", "Conv2_Forward", "Pool_Forward", "Logits_Forward"], plan.Forward.Select(step => step.Method).Distinct());
        Assert.Single(plan.Backward.Select(step => step.Method).Distinct(), method => method == "Conv2_WeightGradient");
        Assert.Equal(2, plan.Backward.Count(step => step.Method == "Conv2_WeightGradient"));
    }

    [Fact]
    public void Shares_OfSeveralReaders_AreAddedByTheKernels()
    {
        NetworkPlan plan = Plan("var x = Relu(Conv1(image)); return Logits(Flatten(Conv2(x) + x));");
        Assert.DoesNotContain(plan.Backward, step => step is ElementwiseGradientStep);
        Assert.NotNull(plan.Backward.OfType<CorrelationStep>().Single(step => step.Kernel.Name == "Conv2_InputGradient").Shares);
    }

    [Fact]
    public void Workspace_OfPlacesNeededAtDifferentTimes_IsShorterThanTheirSum()
    {
        var layout = new WorkspaceLayout(Memory.Workspace);
        Operand first = layout.Add("first", 40, ""), second = layout.Add("second", 10, ""), third = layout.Add("third", 30, "");
        IEnumerable<Operand>[] pass = [[first], [first, second], [second], [third, second]];
        Assert.Equal([0, 48, 0], new WorkspacePacking(layout, pass).Offsets);
        Assert.Equal([0, 48, 64], new WorkspacePacking(layout, pass, [[third, first]]).Offsets);
    }

    [Fact]
    public void Workspace_PlaceOfAChunk_IsNeededThroughoutAPassThatRefersToIt()
    {
        var layout = new WorkspaceLayout(Memory.Workspace);
        Operand first = layout.Add("first", 40, ""), kept = layout.AddOfChunk("kept", 10, ""), last = layout.Add("last", 30, "");
        Assert.Equal([0, 0, 0], new WorkspacePacking(layout, [[first], [last]]).Offsets);
        Assert.Equal([0, 48, 0], new WorkspacePacking(layout, [[first], [last]], [[first], [kept], [last]]).Offsets);
    }

    [Fact]
    public void Workspace_PlacesOfSlices_LieTogetherBeforeTheOthers()
    {
        var draft = new WorkspaceLayout(Memory.Workspace, lanes: 8);
        Operand[] places = Ask(draft);
        var packing = new WorkspacePacking(draft, [[places[0], places[1]], [places[1], places[2]], [places[2], places[3]]]);
        Assert.Equal([2 * 64, 0, 48, 0], packing.Offsets);
        Assert.Equal(48 + 16, packing.SliceLength);

        var layout = new WorkspaceLayout(Memory.Workspace, lanes: 8, packing);
        Assert.Equal([0, 64, 64, 64], Ask(layout).Select(place => place.SliceStride));
        Assert.Equal(2 * 64 + 32, layout.Length);

        static Operand[] Ask(WorkspaceLayout layout) =>
        [
            layout.Add("block", 32, ""),
            layout.AddValue("first", TensorShape.Vector(5)),
            layout.AddValue("second", TensorShape.Vector(2)),
            layout.AddValue("third", TensorShape.Vector(6)),
        ];
    }

    private static NetworkPlan Plan(string body)
    {
        string pool = body.Contains("Pool(", StringComparison.Ordinal) ? "[MaxPooling2D(2)] private static partial Node Pool(Node x);" : "";
        GeneratorRun run = GeneratorRun.Of(Graphs.Network($$"""
                [Conv2D(2, 3, Padding = Padding.Same)] private static partial Node Conv1(Node x);
                [Conv2D(2, 3, Padding = Padding.Same)] private static partial Node Conv2(Node x);
                {{pool}}
                [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node image) { {{body}} }
            """));
        return NetworkPlan.Of(run.Values<ShapedNetwork>(TrackingNames.Networks).Single(), 16);
    }

    private static IEnumerable<string> Forward(string body) =>
        from step in Plan(body).Forward
        let places = step.Parameters.Select(parameter => parameter.Place).Where(place => place.Memory == Memory.Workspace)
        select $"{step.Method}({string.Join(", ", places.Select(place => place.Name))})";

    private static int Place(NetworkPlan plan, string name) => plan.Forward
        .SelectMany(step => step.Parameters)
        .First(parameter => parameter.Place.Name == name && parameter.Place.Memory == Memory.Workspace).Place.Offset;
}
