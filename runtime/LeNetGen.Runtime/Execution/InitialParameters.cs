using LeNetGen.Arithmetic;

namespace LeNetGen.Execution;

/// <summary>
/// What a network's parameters are before training, as its definition says. The draws are those of docs/arithmetic.md, section 9.
/// </summary>
internal static class InitialParameters
{
    // The standard deviation of the standard normal distribution once it is cut at -2 and 2; Keras' constant, digit for digit.
    private const double DeviationOfTruncated = 0.87962566103423978;

    /// <summary>Initialises every parameter tensor.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="parameters">[ParameterCount] receives the parameters.</param>
    public static void Draw(NetworkDefinition definition, int seed, Span<float> parameters)
    {
        int index = 0;
        foreach (ParameterDefinition tensor in definition.Parameters)
        {
            var random = new RandomStream(seed, index++, RandomPurpose.Initialization);
            Draw(tensor, random, parameters.Slice(tensor.Offset, tensor.Length));
        }
    }

    private static void Draw(ParameterDefinition tensor, RandomStream random, Span<float> values)
    {
        int fans = tensor.FanIn + tensor.FanOut;
        switch (tensor.Initializer)
        {
            case Initializer.GlorotUniform:
                DrawUniform(random, Math.Sqrt(6.0 / fans), values);
                break;
            case Initializer.GlorotNormal:
                DrawNormal(random, Math.Sqrt(2.0 / fans), values);
                break;
            case Initializer.HeUniform:
                DrawUniform(random, Math.Sqrt(6.0 / tensor.FanIn), values);
                break;
            case Initializer.HeNormal:
                DrawNormal(random, Math.Sqrt(2.0 / tensor.FanIn), values);
                break;
            case Initializer.PyTorchUniform:
                DrawUniform(random, 1 / Math.Sqrt(tensor.FanIn), values);
                break;
            case Initializer.Zeros:
                values.Clear();
                break;
            case Initializer.Constant:
                values.Fill(tensor.Constant);
                break;
            default:
                throw new ArgumentException($"Tensor '{tensor.Name}' has an unknown initialiser, {tensor.Initializer}.", nameof(tensor));
        }
    }

    private static void DrawUniform(RandomStream random, double limit, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)((2 * random.Uniform((ulong)i) - 1) * limit);
    }

    private static void DrawNormal(RandomStream random, double deviation, Span<float> values)
    {
        double scale = deviation / DeviationOfTruncated;
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(random.TruncatedNormal((uint)i) * scale);
    }
}
