using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Reference;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>The interpreter is the kernels' judge; none of them may ask it.</summary>
public sealed class InterpreterUseTests
{
    private const string Interpreter = "LeNetGen.Reference";

    /// <summary>The declared networks.</summary>
    public static TheoryData<string> Networks => [.. GeneratedClasses.Networks.Select(network => network.FullName!)];

    [Theory, MemberData(nameof(Networks))]
    public void GeneratedCode_AndWhateverItCalls_UsesNothingOfTheInterpreter(string network)
    {
        Type type = GeneratedClasses.Find(network);

        Assert.Empty(CodeReach.UsesOf(GeneratedClasses.CodeOf(type), Interpreter));
    }

    [Fact]
    public void CodeReach_UsesOfAnotherNamespace_AreFound()
    {
        IReadOnlyList<string> uses = CodeReach.UsesOf(GeneratedClasses.CodeOf(typeof(LeNet)), "System.Runtime.Intrinsics");

        Assert.Contains(uses, use => use.EndsWith(" uses Vector512.FusedMultiplyAdd", StringComparison.Ordinal));
    }

    [Fact]
    public void CodeReach_UsesOfTheInterpreter_AreFound()
    {
        Assert.Contains(UsesIn(Predicts), use => use.EndsWith(nameof(Predicts) + " uses Interpreter`1.Predict", StringComparison.Ordinal));
        Assert.Contains(
            UsesIn(CallsWhatPredicts),
            use => use.Contains($" -> {nameof(InterpreterUseTests)}.{nameof(Predicts)} uses Interpreter`1.", StringComparison.Ordinal));
        Assert.NotEmpty(UsesIn(NamesItAsATypeArgument));
        Assert.Empty(UsesIn(PredictsItself));
    }

    private static IReadOnlyList<string> UsesIn(Action<float[], float[]> method) => CodeReach.UsesOf([method.Method], Interpreter);

    private static void Predicts(float[] image, float[] output) =>
        new Interpreter<float>(LeNet.Definition).Predict(image, new float[LeNet.ParameterCount]).CopyTo(output, 0);

    private static void CallsWhatPredicts(float[] image, float[] output) => Predicts(image, output);

    private static void NamesItAsATypeArgument(float[] image, float[] output) =>
        output[0] = new List<Interpreter<float>>(image.Length).Count;

    private static void PredictsItself(float[] image, float[] output) => output[0] = image[0];
}
