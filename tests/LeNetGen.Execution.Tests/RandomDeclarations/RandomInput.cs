namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>The input of a network, and what is done to raw pixels.</summary>
/// <param name="Shape">What the first layer sees.</param>
/// <param name="Attributes">[Network], and [Input] in most networks.</param>
internal sealed record RandomInput(Shape Shape, IReadOnlyList<string> Attributes)
{
    private const int MostElements = 1_200;

    /// <summary>Draws one: single pixels, rows and columns, squares, pictures of many channels.</summary>
    public static RandomInput Draw(Random random)
    {
        int channels = EdgeSizes.Pick(random, 1, 1, 1, 2, 3, 3, 4, 5, 8, 16, 17);
        int height = random.Next(2) == 0 ? random.Next(6, 20) : EdgeSizes.Draw(random, 33);
        int width = EdgeSizes.Pick(random, height, height + 1, EdgeSizes.Draw(random, 33), EdgeSizes.Draw(random, 65));
        if (channels * height * width > MostElements)
            return Draw(random);

        LayerArguments network = new LayerArguments(random).Add(channels, height, width);
        if (random.Next(4) == 0)
        {
            network
                .Set("KernelInitializer", EdgeSizes.Pick(random, Enum.GetValues<Initializer>()), Initializer.GlorotUniform)
                .Set("BiasInitializer", EdgeSizes.Pick(random, Enum.GetValues<Initializer>()), Initializer.Zeros);
        }

        List<string> attributes = [$"Network{network}"];
        if (random.Next(3) != 0)
        {
            LayerArguments arguments = new LayerArguments(random)
                .Set("Scale", EdgeSizes.Pick(random, 1f / 255, 1f, -0.01f, random.NextSingle() * 0.02f + 0.001f), 1f / 255)
                .Set("Offset", EdgeSizes.Pick(random, 0f, -0.5f, random.NextSingle() - 0.5f), 0f)
                .Set("Pad", random.Next(Math.Min(4, (Math.Min(height, width) + 1) / 2)), 0);
            attributes.Add($"Input{arguments}");
        }

        return new RandomInput(new Shape(channels, height, width), attributes);
    }
}
