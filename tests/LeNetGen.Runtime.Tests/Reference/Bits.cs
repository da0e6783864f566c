namespace LeNetGen.Tests.Reference;

/// <summary>Comparison of floats bit by bit: -0 is not +0; all NaNs are one.</summary>
internal static class Bits
{
    public static void AssertEqual(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (Of(expected[i]) != Of(actual[i]))
                Assert.Fail($"Element {i} should be {Describe(expected[i])}, but is {Describe(actual[i])}.");
        }
    }

    private static string Describe(float value) => $"{value:R} (0x{Of(value):X8})";

    private static uint Of(float value) => BitConverter.SingleToUInt32Bits(float.IsNaN(value) ? float.NaN : value);
}
