namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>A declaration drawn from a seed: valid, and small enough for the interpreter.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Text">The C# file that declares it.</param>
/// <param name="Input">The shape of the network's input.</param>
/// <param name="Output">The shape that its output must have.</param>
internal sealed record RandomDeclaration(int Seed, string Text, Shape Input, Shape Output)
{
    /// <summary>The declared class.</summary>
    public string TypeName { get; init; } = NameOf(Seed);

    /// <summary>The setting that runs it alone.</summary>
    public string SeedVariable { get; init; } = RandomDeclarationTests.SeedVariable;

    /// <summary>The file that declares it.</summary>
    public string FileName => TypeName + ".cs";

    /// <summary>The declaration of a seed, on every machine the same.</summary>
    public static RandomDeclaration Of(int seed)
    {
        var random = new Random(seed);
        RandomInput input = RandomInput.Draw(random);
        var stack = new LayerStack(random, input.Shape);
        int count = random.Next(1, 8);
        for (int i = 0; i < count; i++)
            stack.AddAny();

        // Most networks end in classes, but nothing says that they must.
        if (random.Next(8) != 0 || stack.Attributes.Count == 0)
            stack.AddClasses();
        string text = $"""
            using LeNetGen;

            /// <summary>Drawn from seed {seed}.</summary>
            {string.Join('\n', input.Attributes.Concat(stack.Attributes).Select(attribute => $"[{attribute}]"))}
            public sealed partial class {NameOf(seed)};

            """;
        return new RandomDeclaration(seed, text, input.Shape, stack.Shape);
    }

    private static string NameOf(int seed) => $"Random{seed}";
}
