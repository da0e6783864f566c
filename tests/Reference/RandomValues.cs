using System.Numerics;

namespace LeNetGen.Tests.Reference;

/// <summary>Seeded values for tests.</summary>
internal static class RandomValues
{
    /// <summary>Values spread evenly over -<paramref name="bound"/> .. <paramref name="bound"/>.</summary>
    public static T[] Uniform<T>(int seed, int count, double bound = 1) where T : IFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        var values = new T[count];
        for (int i = 0; i < count; i++)
            values[i] = T.CreateChecked((2 * random.NextDouble() - 1) * bound);
        return values;
    }

    /// <summary>Parameters at which no layer saturates: uniform in plus or minus the root of 1 / fan in, as PyTorch starts.</summary>
    public static T[] Parameters<T>(int seed, NetworkDefinition definition) where T : IFloatingPointIeee754<T>
    {
        T[] parameters = Uniform<T>(seed, definition.ParameterCount);
        foreach (ParameterDefinition parameter in definition.Parameters)
        {
            foreach (ref T value in parameters.AsSpan(parameter.Offset, parameter.Length))
                value *= T.CreateChecked(1 / Math.Sqrt(parameter.FanIn));
        }

        return parameters;
    }

    /// <summary>Class indices.</summary>
    public static int[] Labels(int seed, int count, int classes)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
    }
}
