namespace LeNetGen.Execution.Tests;

/// <summary>Compares floats bit for bit: 0 and -0 differ; all NaNs are one.</summary>
internal static class Bits
{
    public static void AssertEqual(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        if (Difference(what, expected, actual) is { } difference)
            Assert.Fail(difference);
    }

    /// <summary>The first element that differs, as a sentence, or null.</summary>
    public static string? Difference(string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!AreEqual(expected[i], actual[i]))
                return $"Element {i} of the {what} is {actual[i]:R}, but should be {expected[i]:R}.";
        }

        return null;
    }

    private static bool AreEqual(float left, float right) =>
        BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right) || (float.IsNaN(left) && float.IsNaN(right));
}
