using LeNetGen.Generator.Tests.Fuzz;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>No declaration, however broken, breaks a fix, and no fix breaks a declaration.</summary>
public class FixMutationTests
{
    private const int Programs = 40;

    private static readonly string[] Sources =
    [
        TwoClasses.Of(
            "[Conv2D(2, 9, Name = \"C1\", NegativeSlope = 0.1f)] // large\n[MaxPooling2D(2, Pad = 1, Padding = Padding.Same)]\n[Dense(3)]",
            "[Dense(4, Activation = Activation.Softmax), Dense(3, Name = \"Load\")]")
            .Replace("public sealed partial class Other;", "public class Outer { class Other; }"),
        TwoClasses.OfGraphs(
            "[Dense(3)] private static partial Node Logits(Node x);\n    [Conv2D(2, 9)] private static partial Node Conv(Node x);\n"
                + "    private static Node Forward(Node image) => Relu(Logits(Softmax(Conv(image) + image)));",
            "[Conv2D(2, 3)] private static partial Node Conv(Node x);\n"
                + "    private static Node Forward(Node image)\n"
                + "    { var x = Relu(image); Node y = x; y *= Tanh(x); return MaxPooling2D(x, 9); }"),
        TwoClasses.Of(
            "[Input(Scale = 1 / 255)] [MaxPooling2D(3)]\n[Flatten]\n[Flatten, Dense(3)]\n[Dropout(0.5)]",
            "[Conv2D(2, 2, Strides = 3)][Flatten][Dense(3, Activation = Activation.ReLU)]")
            + "\n[Network(1, 2, 2), Flatten] abstract partial class Third;\n[Network(1, 2, 2), Flatten] partial record Fourth;",
        TwoClasses.OfGraphs(
            "[Dense(3)] static Node Logits(Node x) { return x; }\n"
                + "    private Node Forward(Node image) => Logits(Concatenate(image, Flatten(image)));",
            "[Dense(3)] private static partial Node Logits(Node x);\n"
                + "    private static Node Forward(Node image) => Dropout(Relu(Logits(Flatten(Flatten(image)))), 0.5);"),
    ];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    public async Task Declaration_Mutated_IsNeverWorseForAFix(int source, int seed)
    {
        var random = new Random(seed);
        int applied = 0;
        for (int i = 0; i < Programs; i++)
        {
            string program = i == 0 ? Sources[source] : ProgramMutation.Of(Sources[source], random);
            EveryFix fixes = await EveryFix.OfAsync(program);
            Assert.True(fixes.Harm is null, $"seed {seed}, program {i}: {fixes.Harm}");
            applied += fixes.Applied;
        }

        Assert.True(applied > Programs, $"Only {applied} fixes were offered.");
    }
}
