namespace LeNetGen.Tests.Reference;

/// <summary>The gradient of every layer, activation and loss is what central differences say.</summary>
public sealed class GradientCaseTests
{
    public static TheoryData<string> Names => [.. GradientCases.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Gradient_OfEveryCase_IsTheCentralDifference(string name)
    {
        NetworkDefinition network = GradientCases.All[name];

        IReadOnlyList<double> largest = GradientCheck.Of(network, seed: 1);

        // Softmax of one class is 1, whatever the parameters: alone then the gradient is 0.
        Assert.All(largest, magnitude => Assert.True(network.Output.Length == 1 ? magnitude == 0 : magnitude > 1e-4, $"{magnitude}"));
    }

    [Fact]
    public void Cases_EveryKindOfLayer_IsThere() =>
        Assert.Equal(ConcreteTypes(typeof(LayerDefinition)), Layers.Select(layer => layer.GetType()).ToHashSet());

    [Fact]
    public void Cases_EveryActivation_IsThere() =>
        Assert.Equal(Enum.GetValues<Activation>().ToHashSet(), Layers.Select(layer => layer.Activation).ToHashSet());

    private static IEnumerable<LayerDefinition> Layers => GradientCases.All.Values.SelectMany(network => network.Layers);

    private static HashSet<Type> ConcreteTypes(Type parent) =>
        [.. parent.Assembly.GetTypes().Where(type => type.IsSubclassOf(parent) && !type.IsAbstract)];
}
