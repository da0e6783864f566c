namespace LeNetGen;

/// <summary>What is required of numbers that are declared. In a network that compiles the generator has seen to it already.</summary>
internal static class Declared
{
    /// <summary>Requires a size to be at least 1.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void RequirePositive(string layer, string argument, int value)
    {
        if (value < 1)
            throw new ArgumentException($"Layer '{layer}': {argument} must be at least 1, but is {value}.");
    }

    /// <summary>Requires a value to be one that its enumeration has.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void RequireDefined<T>(string layer, string argument, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentException($"Layer '{layer}': {argument} has no value {value}.");
    }

    /// <summary>Requires the slope of a LeakyReLU to be finite and not negative.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void RequireSlope(string layer, float slope)
    {
        if (float.IsFinite(slope) && slope >= 0)
            return;
        throw new ArgumentException(
            FormattableString.Invariant($"Layer '{layer}': the negative slope {slope} is not a finite number of at least 0."));
    }
}
