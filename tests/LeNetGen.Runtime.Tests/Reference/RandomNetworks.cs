namespace LeNetGen.Tests.Reference;

/// <summary>Small networks drawn from a seed: every layer kind, activation, padding, stride; odd sizes; poolings that drop rows.</summary>
internal static class RandomNetworks
{
    private static readonly Activation[] Activations =
    [
        Activation.None, Activation.ReLU, Activation.LeakyReLU, Activation.Sigmoid, Activation.Tanh, Activation.ScaledTanh,
    ];

    public static NetworkDefinition Draw(int seed)
    {
        var random = new Random(seed);
        var dropouts = new Random(~seed);
        (int channels, int height, int width) = (random.Next(1, 4), random.Next(6, 10), random.Next(6, 10));
        var builder = new NetworkBuilder(channels, height, width);

        // Below the first layer with parameters no gradient is computed: a pooling there takes that path.
        if (random.Next(4) == 0)
            AddPooling(builder, random);
        AddConvolution(builder, random);
        AddDropout(builder, dropouts);
        AddPooling(builder, random);
        if (random.Next(2) == 0)
            builder.Conv(random.Next(1, 4), random.Next(1, 4), Any(random), same: true);
        AddDropout(builder, dropouts);
        builder.Flatten();
        if (random.Next(2) == 0)
            builder.Dense(random.Next(1, 7), Any(random));
        Activation last = random.Next(2) == 0 ? Activation.Softmax : Any(random);
        return builder.Dense(random.Next(2, 6), last).Build($"Random{seed}");
    }

    private static void AddDropout(NetworkBuilder builder, Random random)
    {
        if (random.Next(3) == 0)
            builder.Dropout(0.1 * random.Next(4));
    }

    private static void AddConvolution(NetworkBuilder builder, Random random)
    {
        (int filters, int stride) = (random.Next(1, 4), random.Next(1, 3));
        if (random.Next(2) == 0)
            builder.Conv(filters, random.Next(1, 6), Any(random), stride, same: true);
        else
            AddPadded(random.Next(1, 4));

        // Less padding than the kernel is wide: output pixels with no live tap would all equal the bias, and tie in a max pooling.
        void AddPadded(int kernel) => builder.Conv(filters, kernel, Any(random), stride, pad: random.Next(Math.Min(kernel, 2)));
    }

    private static void AddPooling(NetworkBuilder builder, Random random)
    {
        (int height, int width) = (random.Next(1, 3), random.Next(1, 3));
        if (random.Next(2) == 0)
            builder.AveragePool(height, width);
        else
            builder.MaxPool(height, width);
    }

    private static Activation Any(Random random) => Activations[random.Next(Activations.Length)];
}
