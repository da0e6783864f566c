using LeNetGen.Training;

namespace LeNetGen.Tests.Reference;

/// <summary>The gradient of every layer, activation and loss is what central differences say.</summary>
public sealed class GradientCaseTests
{
    private static readonly Loss[] s_losses =
        [new SparseCategoricalCrossEntropy(), new CategoricalCrossEntropy(), new MeanSquaredError(), new MaximumAPosteriori()];

    /// <summary>The cases' names.</summary>
    public static TheoryData<string> Names => [.. GradientCases.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Gradient_OfEveryCase_IsTheCentralDifference(string name)
    {
        NetworkDefinition network = GradientCases.All[name];

        IReadOnlyList<double> largest = GradientCheck.Of(network, seed: 1);

        // Softmax of one class is 1, whatever the parameters: alone then the gradient is 0.
        Assert.All(largest, magnitude => Assert.True(network.Output.Length == 1 ? magnitude == 0 : magnitude > 1e-4, $"{magnitude}"));
    }

    /// <summary>Every loss with a network of each ending.</summary>
    public static TheoryData<string, Activation> LossesAndEndings
    {
        get
        {
            var rows = new TheoryData<string, Activation>();
            foreach (Loss loss in s_losses)
            foreach (Activation activation in Enum.GetValues<Activation>())
                rows.Add(loss.GetType().Name, activation);
            return rows;
        }
    }

    [Theory, MemberData(nameof(LossesAndEndings))]
    public void Gradient_OfEveryLoss_IsTheCentralDifference(string loss, Activation ending)
    {
        NetworkDefinition network = new NetworkBuilder(1, 2, 2).Flatten().Dense(4, Activation.Tanh).Dense(3, ending).Build("Network");

        IReadOnlyList<double> largest = GradientCheck.Of(network, seed: 2, s_losses.Single(other => other.GetType().Name == loss));

        Assert.All(largest, magnitude => Assert.True(magnitude > 1e-4, $"{magnitude}"));
    }

    [Fact]
    public void Losses_EveryOne_IsThere() => Assert.Equal(ConcreteTypes(typeof(Loss)), s_losses.Select(loss => loss.GetType()).ToHashSet());

    [Fact]
    public void Cases_EveryKindOfLayer_HasOneOfItsName() => Assert.All(
        ConcreteTypes(typeof(LayerDefinition)),
        kind => AssertNamedCase(kind.Name[..^"Definition".Length], layer => layer.GetType() == kind));

    [Fact]
    public void Cases_EveryActivation_HasOneOfItsName() => Assert.All(
        Enum.GetValues<Activation>(), activation => AssertNamedCase($"{activation}", layer => layer.Activation == activation));

    private static void AssertNamedCase(string name, Predicate<LayerDefinition> isMeant) => Assert.Contains(
        GradientCases.All,
        @case => @case.Key.StartsWith(name, StringComparison.Ordinal) && @case.Value.Layers.Any(layer => isMeant(layer)));

    private static HashSet<Type> ConcreteTypes(Type parent) =>
        [.. parent.Assembly.GetTypes().Where(type => type.IsSubclassOf(parent) && !type.IsAbstract)];
}
