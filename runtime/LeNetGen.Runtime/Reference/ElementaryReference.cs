using System.Numerics;
using LeNetGen.Arithmetic;

namespace LeNetGen.Reference;

/// <summary>
/// The elementary functions of docs/arithmetic.md, section 7: in float our own, the very operations of the kernels; in any other
/// type the platform's, which are what a value is compared with and need not be reproducible.
/// </summary>
internal static class ElementaryReference
{
    /// <summary>The exponential function.</summary>
    public static T Exp<T>(T x) where T : IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? T.CreateChecked(Elementary.Exp(float.CreateChecked(x))) : T.Exp(x);

    /// <summary>The natural logarithm.</summary>
    public static T Log<T>(T x) where T : IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? T.CreateChecked(Elementary.Log(float.CreateChecked(x))) : T.Log(x);

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    public static T Sigmoid<T>(T x) where T : IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? T.CreateChecked(Elementary.Sigmoid(float.CreateChecked(x))) : T.One / (T.One + T.Exp(-x));

    /// <summary>The hyperbolic tangent.</summary>
    public static T Tanh<T>(T x) where T : IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? T.CreateChecked(Elementary.Tanh(float.CreateChecked(x))) : T.Tanh(x);
}
