using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Golden;

namespace LeNetGen.Generator.Emission;

/// <summary>Activations and their derivatives as expressions; docs/arithmetic.md, sections 4 and 6.</summary>
internal static class ActivationExpression
{
    // Of the scaled hyperbolic tangent's derivative: what it is where the output is 0, and how fast it falls with the output's square.
    private const float Slope = Elementary.ScaledTanhAmplitude * Elementary.ScaledTanhRate;
    private const float Fall = Elementary.ScaledTanhRate / Elementary.ScaledTanhAmplitude;

    /// <summary>The activation of <paramref name="z"/>.</summary>
    public static string Value(ActivationFunction activation, VectorDialect vector, string z) => activation.Kind switch
    {
        Activation.ReLU => vector.WherePositive(z, z),
        Activation.LeakyReLU => vector.WherePositive(z, z, Sloped(activation, z)),
        Activation.Sigmoid => $"Elementary.Sigmoid({z})",
        Activation.Tanh => $"Elementary.Tanh({z})",
        Activation.ScaledTanh => $"Elementary.ScaledTanh({z})",
        _ => z,
    };

    /// <summary>The gradient before the activation, from that after it and from the activation's output <paramref name="y"/>.</summary>
    public static string Gradient(ActivationFunction activation, VectorDialect vector, string gradient, string y) => activation.Kind switch
    {
        Activation.ReLU => vector.WherePositive(y, gradient),
        Activation.LeakyReLU => vector.WherePositive(y, gradient, Sloped(activation, gradient)),
        Activation.Sigmoid => $"{gradient} * ({y} * ({vector.One} - {y}))",
        Activation.Tanh => $"{gradient} * {vector.MultiplyAdd("-" + y, y, vector.One)}",
        Activation.ScaledTanh => $"{gradient} * {vector.MultiplyAdd($"{y} * {Literal.Of(-Fall)}", y, vector.Constant(Literal.Of(Slope)))}",
        _ => gradient,
    };

    private static string Sloped(ActivationFunction activation, string value) => $"{value} * {Literal.Of(activation.NegativeSlope)}";
}
