namespace LeNetGen.Tests.Tracing;

/// <summary>Windows along an axis, against counting them.</summary>
public sealed class WindowsTests
{
    [Fact]
    public void Inside_AnyGeometry_IsEveryWindowThatFits()
    {
        foreach (int input in Enumerable.Range(1, 9))
        foreach (int window in Enumerable.Range(1, 6))
        foreach (int stride in Enumerable.Range(1, 5))
        foreach (int before in Enumerable.Range(0, 4))
        foreach (int after in Enumerable.Range(0, 4))
        {
            int count = Enumerable.Range(0, 30).Count(output => output * stride - before + window <= input + after);
            Assert.Equal(new Windows(count, before), Windows.Inside(input, window, stride, before, after));
        }
    }

    [Fact]
    public void Same_AnyGeometry_StartsAWindowAtEveryStrideAndPadsEvenly()
    {
        foreach (int input in Enumerable.Range(1, 12))
        foreach (int window in Enumerable.Range(1, 9))
        foreach (int stride in Enumerable.Range(1, 6))
        {
            (int count, int before) = Windows.Same(input, window, stride);
            Assert.Equal(Enumerable.Range(0, input).Count(pixel => pixel % stride == 0), count);
            int after = Math.Max((count - 1) * stride - before + window - input, 0);
            Assert.InRange(after - before, 0, 1);
            // Not a pixel more than the windows need.
            Assert.True(before + after == 0 || (count - 1) * stride + window == input + before + after);
        }
    }

    [Fact]
    public void Windows_HugeStridesAndWindows_DoNotOverflow()
    {
        Assert.Equal(new Windows(1, 0), Windows.Same(5, 1, int.MaxValue));
        Assert.Equal(new Windows(5, (int.MaxValue - 1) / 2), Windows.Same(5, int.MaxValue, 1));
        Assert.Equal(new Windows(0, 0), Windows.Inside(5, int.MaxValue, 1, 0, 0));
        Assert.Equal(new Windows(6, int.MaxValue), Windows.Inside(5, int.MaxValue, 1, int.MaxValue, 0));
    }
}
