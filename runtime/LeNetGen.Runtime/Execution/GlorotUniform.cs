using LeNetGen.Arithmetic;

namespace LeNetGen.Execution;

/// <summary>
/// Keras' default initialiser: weights uniform within sqrt(6 / (fan in + fan out)) of zero (Glorot and Bengio, "Understanding the
/// difficulty of training deep feedforward neural networks", AISTATS 2010), biases zero. The draws are those of docs/arithmetic.md,
/// section 9.
/// </summary>
internal static class GlorotUniform
{
    /// <summary>Initialises every parameter tensor.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="parameters">[ParameterCount] receives the parameters.</param>
    public static void Initialize(NetworkDefinition definition, int seed, Span<float> parameters)
    {
        int index = 0;
        foreach (ParameterDefinition tensor in definition.Parameters)
        {
            Span<float> values = parameters.Slice(tensor.Offset, tensor.Length);
            if (tensor.IsBias)
                values.Clear();
            else
                Draw(new RandomStream(seed, index, RandomPurpose.Initialization), Math.Sqrt(6.0 / (tensor.FanIn + tensor.FanOut)), values);
            index++;
        }
    }

    private static void Draw(RandomStream random, double limit, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)((2 * random.Uniform((ulong)i) - 1) * limit);
    }
}
