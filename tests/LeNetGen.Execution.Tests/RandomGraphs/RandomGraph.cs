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
        RandomInput input = RandomInput.Draw(random);
        var drawing = new GraphDrawing(random, input.Shape);
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
