using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Emission;

/// <summary>Activations and their derivatives as expressions; docs/arithmetic.md, sections 4 and 6.</summary>
internal static class ActivationExpression
{
    /// <summary>The activation of <paramref name="z"/>.</summary>
    public static string Value(Activation activation, VectorDialect vector, string z) => activation switch
    {
        Activation.ReLU => vector.WherePositive(z, z),
        Activation.Sigmoid => $"Elementary.Sigmoid({z})",
        Activation.Tanh => $"Elementary.Tanh({z})",
        _ => z,
    };

    /// <summary>The gradient before the activation, from that after it and from the activation's output <paramref name="y"/>.</summary>
    public static string Gradient(Activation activation, VectorDialect vector, string gradient, string y) => activation switch
    {
        Activation.ReLU => vector.WherePositive(y, gradient),
        Activation.Sigmoid => $"{gradient} * ({y} * ({vector.One} - {y}))",
        Activation.Tanh => $"{gradient} * {vector.MultiplyAdd("-" + y, y, vector.One)}",
        _ => gradient,
    };
}
