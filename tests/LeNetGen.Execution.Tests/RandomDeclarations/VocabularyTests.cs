using System.Reflection;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Random declarations have everything that a declaration can have: whoever adds a layer or an option adds it to them.</summary>
public sealed class VocabularyTests
{
    private static readonly string[] s_texts = [.. Enumerable.Range(0, 300).Select(seed => RandomDeclaration.Of(seed).Text)];

    private static readonly Type[] s_layers = [.. ConcreteTypes(typeof(LayerAttribute))];

    /// <summary>Every property of every attribute that can be written in brackets.</summary>
    public static TheoryData<string, string> Properties
    {
        get
        {
            var properties = new TheoryData<string, string>();
            foreach (Type attribute in s_layers.Append(typeof(InputAttribute)).Append(typeof(NetworkAttribute)))
            foreach (PropertyInfo property in attribute.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
                properties.Add(attribute.Name[..^nameof(Attribute).Length], property.Name);
            return properties;
        }
    }

    [Fact]
    public void LayerKinds_AreAllThatCanBeDeclared() =>
        Assert.Equal(s_layers.ToHashSet(), LayerKind.All.Select(kind => kind.Attribute).ToHashSet());

    [Fact]
    public void LossKinds_AreAllLosses() =>
        Assert.Equal(ConcreteTypes(typeof(Loss)), LossKind.All.Select(kind => kind.Loss.GetType()).ToHashSet());

    [Fact]
    public void OptimizerPairs_AreOfAllOptimizers() =>
        Assert.Equal(ConcreteTypes(typeof(Optimizer)), OptimizerPair.All.Select(pair => pair.Optimizer.GetType()).ToHashSet());

    [Fact]
    public void Declarations_OfOneSeed_AreTheSame() => Assert.Equal(RandomDeclaration.Of(3), RandomDeclaration.Of(3));

    [Fact]
    public void Declarations_OfTheTestCommand_HaveEveryLayerAndActivation()
    {
        string[] texts = s_texts[..RandomDeclarationTests.Networks];
        foreach (LayerKind kind in LayerKind.All)
            Assert.True(texts.Count(text => text.Contains($"[{kind.Name}", StringComparison.Ordinal)) >= 5, kind.Name);
        foreach (Activation activation in Enum.GetValues<Activation>().Where(activation => activation != Activation.None))
        {
            int count = texts.Count(text => text.Contains($"Activation.{activation}", StringComparison.Ordinal));
            Assert.True(count >= 5, $"{activation} occurs in {count} declarations only.");
        }
    }

    [Theory, MemberData(nameof(Properties))]
    public void Declarations_OfTheLongMode_SetEveryProperty(string attribute, string property)
    {
        IEnumerable<string> lines = s_texts.SelectMany(text => text.Split('\n'));

        Assert.Contains(lines, line => line.StartsWith($"[{attribute}(", StringComparison.Ordinal)
            && line.Contains($"{property} = ", StringComparison.Ordinal));
    }

    private static HashSet<Type> ConcreteTypes(Type parent) =>
        [.. parent.Assembly.GetTypes().Where(type => type.IsSubclassOf(parent) && !type.IsAbstract)];
}
