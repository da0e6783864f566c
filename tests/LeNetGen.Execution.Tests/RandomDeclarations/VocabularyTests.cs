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
    public void Declarations_OfTheLongMode_SetEveryProperty(string attribute, string property) =>
        Assert.Contains(Lines(attribute), line => line.Contains($"{property} = ", StringComparison.Ordinal));

    [Theory, InlineData("Kernel", Initializer.GlorotUniform), InlineData("Bias", Initializer.Zeros)]
    public void Declarations_OfTheLongMode_HaveEveryInitializer(string tensor, Initializer byDefault)
    {
        foreach (Initializer initializer in Enum.GetValues<Initializer>())
        {
            string argument = $"{tensor}Initializer = Initializer.{initializer}";
            Assert.Contains(Lines("Conv2D"), line => line.Contains(argument, StringComparison.Ordinal));
            Assert.Contains(Lines("Dense"), line => line.Contains(argument, StringComparison.Ordinal));

            // A network's default is seldom written.
            if (initializer != byDefault)
                Assert.Contains(Lines("Network"), line => line.Contains(argument, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Declarations_OfTheLongMode_HaveEverySlopeAndRate()
    {
        string[] activated = [.. Lines("Conv2D"), .. Lines("Dense")];
        foreach (float slope in LayerArguments.Slopes)
            Assert.Contains(activated, line => line.Contains($"NegativeSlope = {slope:R}f", StringComparison.Ordinal));
        foreach (double rate in DropoutKind.Rates)
            Assert.Contains(Lines("Dropout"), line => line.StartsWith($"[Dropout({rate:R}", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Lines(string attribute) =>
        s_texts.SelectMany(text => text.Split('\n')).Where(line => line.StartsWith($"[{attribute}(", StringComparison.Ordinal));

    private static HashSet<Type> ConcreteTypes(Type parent) =>
        [.. parent.Assembly.GetTypes().Where(type => type.IsSubclassOf(parent) && !type.IsAbstract)];
}
