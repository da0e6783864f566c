namespace LeNetGen.Arithmetic;

/// <summary>A stand-in on the platform's functions; the polynomials of docs/arithmetic.md, section 7, take its place.</summary>
public static class Elementary
{
    /// <summary>The exponential function.</summary>
    public static float Exp(float x) => MathF.Exp(x);

    /// <summary>The natural logarithm.</summary>
    public static float Log(float x) => MathF.Log(x);

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    /// <summary>The hyperbolic tangent.</summary>
    public static float Tanh(float x) => MathF.Tanh(x);
}
