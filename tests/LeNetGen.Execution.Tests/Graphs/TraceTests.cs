namespace LeNetGen.Execution.Tests.Graphs;

/// <summary>What Forward records when it runs is the graph that the generator has read.</summary>
public sealed class TraceTests
{
    /// <summary>The definitions, and what running Forward makes.</summary>
    public static TheoryData<string> Names => [.. s_networks.Keys];

    private static readonly Dictionary<string, (NetworkDefinition Defined, Func<NetworkDefinition> Trace)> s_networks = new()
    {
        [nameof(FunctionalLeNet)] = (FunctionalLeNet.Definition, FunctionalLeNet.TraceForward),
        [nameof(SubclassedLeNet)] = (SubclassedLeNet.Definition, SubclassedLeNet.TraceForward),
        [nameof(Networks.SamePaddedSubclass)] = (Networks.SamePaddedSubclass.Definition, Networks.SamePaddedSubclass.TraceForward),
        [nameof(ResidualLeNet)] = (ResidualLeNet.Definition, ResidualLeNet.TraceForward),
        [nameof(InceptionLeNet)] = (InceptionLeNet.Definition, InceptionLeNet.TraceForward),
        [nameof(TwoTowerLeNet)] = (TwoTowerLeNet.Definition, TwoTowerLeNet.TraceForward),
        [nameof(Residual)] = (Residual.Definition, Residual.TraceForward),
        [nameof(ConnectedGraph)] = (ConnectedGraph.Definition, ConnectedGraph.TraceForward),
        [nameof(SharedCodes)] = (SharedCodes.Definition, SharedCodes.TraceForward),
        [nameof(Concatenating)] = (Concatenating.Definition, Concatenating.TraceForward),
    };

    [Theory, MemberData(nameof(Names))]
    public void Trace_OfADeclaredGraph_IsItsDefinition(string name)
    {
        (NetworkDefinition defined, Func<NetworkDefinition> trace) = s_networks[name];
        Assert.Null(defined.DifferenceFrom(trace()));
    }
}
