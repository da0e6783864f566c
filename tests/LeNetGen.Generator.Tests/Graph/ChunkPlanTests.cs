using LeNetGen.Execution;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Tests.Graph;

/// <summary>What is done for every block of a chunk, what once after the last, and what stays in the workspace until then.</summary>
public class ChunkPlanTests
{
    private const string OneCall = "return Logits(Hidden(Flatten(Pool(Conv2(Conv1(image))))));";
    private const string TwoCalls = "var x = Flatten(Pool(Conv2(Conv1(image)))); return Logits(Hidden(x) + Hidden(Relu(x)));";

    [Fact]
    public void Chunk_OfGenerator_IsThatOfTheRuntime() => Assert.Equal(
        (NetworkKernels.BlockSize, NetworkKernels.ChunkBlocks), (NetworkPlan.BlockLanes, NetworkPlan.ChunkBlocks));

    [Fact]
    public void DenseWeights_OfOneCall_AreSummedOnceForAChunk()
    {
        NetworkPlan plan = Plan(OneCall);
        Assert.Equal(["Logits_WeightGradient", "Hidden_WeightGradient"], plan.Chunk.Select(step => step.Method));
        Assert.DoesNotContain(plan.Backward, step => step is DenseGradientStep);

        // The convolutions' parameters, and the biases of the dense layers.
        Assert.Equal([(0, 58), (58 + 128, 4), (190 + 12, 3)], plan.SumsOfBlocks());
    }

    [Fact]
    public void DenseWeights_OfTwoCalls_AreSummedBlockByBlock()
    {
        NetworkPlan plan = Plan(TwoCalls);
        Assert.Equal(["Logits_WeightGradient"], plan.Chunk.Select(step => step.Method));
        Assert.Equal(2, plan.Backward.Count(step => step.Method == "Hidden_WeightGradient"));
        Assert.Equal([(0, 190), (190 + 12, 3)], plan.SumsOfBlocks());
    }

    [Theory]
    [InlineData(OneCall)]
    [InlineData(TwoCalls)]
    public void PlacesOfAChunk_InTheWorkspace_LieOverNoOther(string body)
    {
        NetworkPlan plan = Plan(body);
        Region[] places =
        [
            .. plan.Forward.Concat(plan.Backward).Concat(plan.Chunk)
                .SelectMany(step => step.Parameters)
                .Select(parameter => parameter.Place.Region)
                .OfType<Region>()
                .Append(plan.OutputGradient.Region!)
                .Distinct(),
        ];
        Region[] kept = [.. places.Where(place => place.IsOfChunk)];
        Assert.Equal(2 * plan.Chunk.Count, kept.Length);
        Assert.All(kept, place => Assert.DoesNotContain(
            places, other => other != place && other.Offset < place.Offset + place.Length && place.Offset < other.Offset + other.Length));
    }

    private static NetworkPlan Plan(string body)
    {
        GeneratorRun run = GeneratorRun.Of(Graphs.Network(
            $"{Graphs.Layers}\nprivate static Node Forward(Node image) {{ {body} }}"));
        return NetworkPlan.Of(run.Values<ShapedNetwork>(TrackingNames.Networks).Single(), 16);
    }
}
