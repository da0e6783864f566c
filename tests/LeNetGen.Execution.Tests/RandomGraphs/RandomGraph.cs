using LeNetGen.Execution.Tests.RandomDeclarations;

namespace LeNetGen.Execution.Tests.RandomGraphs;

/// <summary>Graphs drawn from seeds: forks, joins, shared layers, with every layer and function.</summary>
internal static class RandomGraph
{
    /// <summary>The setting that runs the graph of one seed alone.</summary>
    public const string SeedVariable = "LENETGEN_RANDOM_GRAPH_SEED";

    /// <summary>The declaration of a seed, on every machine the same.</summary>
    public static RandomDeclaration Of(int seed)
    {
        var random = new Random(seed);
        return Draw(seed, random, RandomInput.Draw(random), GraphLimits.Ordinary);
    }

    /// <summary>A declaration so small that all its derivatives can be taken numerically.</summary>
    public static RandomDeclaration Small(int seed) =>
        Draw(seed, new Random(seed), new RandomInput(new Shape(2, 4, 3), ["Network(2, 4, 3)"]), GraphLimits.Small);

    private static RandomDeclaration Draw(int seed, Random random, RandomInput input, GraphLimits limits)
    {
        var drawing = new GraphDrawing(random, input.Shape, limits);
        int count = random.Next(2, 10);
        for (int i = 0; i < count; i++)
            drawing.AddAny();
        DrawnNode output = drawing.End();
        string name = $"RandomGraph{seed}";
        string text = $$"""
            using LeNetGen;
            using static LeNetGen.Layers;

            /// <summary>Drawn from seed {{seed}}.</summary>
            {{string.Join('\n', input.Attributes.Select(attribute => $"[{attribute}]"))}}
            public sealed partial class {{name}}
            {
                {{string.Join("\n    ", drawing.Methods)}}

                private static Node Forward(Node image)
                {
                    {{string.Join("\n        ", drawing.Statements)}}
                    return {{output.Name}};
                }
            }

            """;
        return new RandomDeclaration(seed, text, input.Shape, output.Shape) { TypeName = name, SeedVariable = SeedVariable };
    }
}
