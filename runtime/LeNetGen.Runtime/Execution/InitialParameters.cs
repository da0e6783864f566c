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
            Span<float> values = parameters.Slice(tensor.Offset, tensor.Length);
            if (tensor.FanIns.IsEmpty)
            {
                Draw(tensor, tensor.FanIn, random, 0, values);
                continue;
            }

            int length = tensor.Length / tensor.FanIns.Length;
            for (int place = 0; place < tensor.FanIns.Length; place++)
                Draw(tensor, tensor.FanIns[place], random, place * length, values.Slice(place * length, length));
        }
    }

    private static void Draw(ParameterDefinition tensor, int fanIn, RandomStream random, int first, Span<float> values)
    {
        int fans = fanIn + tensor.FanOut;
        switch (tensor.Initializer)
        {
            case Initializer.GlorotUniform:
                DrawUniform(random, first, Math.Sqrt(6.0 / fans), values);
                break;
            case Initializer.GlorotNormal:
                DrawNormal(random, first, Math.Sqrt(2.0 / fans), values);
                break;
            case Initializer.HeUniform:
                DrawUniform(random, first, Math.Sqrt(6.0 / fanIn), values);
                break;
            case Initializer.HeNormal:
                DrawNormal(random, first, Math.Sqrt(2.0 / fanIn), values);
                break;
            case Initializer.PyTorchUniform:
                DrawUniform(random, first, 1 / Math.Sqrt(fanIn), values);
                break;
            case Initializer.LeCun98Uniform:
                DrawUniform(random, first, 2.4 / fanIn, values);
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

    private static void DrawUniform(RandomStream random, int first, double limit, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)((2 * random.Uniform((ulong)(first + i)) - 1) * limit);
    }

    private static void DrawNormal(RandomStream random, int first, double deviation, Span<float> values)
    {
        double scale = deviation / DeviationOfTruncated;
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(random.TruncatedNormal((uint)(first + i)) * scale);
    }
}
