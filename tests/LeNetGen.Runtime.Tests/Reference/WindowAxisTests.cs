using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

public sealed class WindowAxisTests
{
    [Fact]
    public void Ranges_EverySmallAxis_HoldExactlyTheTapsThatMeetAPixel()
    {
        foreach (WindowAxis axis in SmallAxes())
        {
            for (int output = 0; output < axis.OutputSize; output++)
            {
                Assert.Equal(Where(axis.Kernel, tap => Meets(axis, output, tap) is not null), Range(axis.LiveTaps(output)));
                int[] pixels = Range(axis.LivePixels(output));
                Assert.Equal(Range(axis.LiveTaps(output)).Select(tap => Meets(axis, output, tap)!.Value), pixels);
            }

            for (int tap = 0; tap < axis.Kernel; tap++)
                Assert.Equal(Where(axis.OutputSize, output => Meets(axis, output, tap) is not null), Range(axis.LiveOutputs(tap)));
            for (int input = 0; input < axis.InputSize; input++)
            {
                int[] taps = Range(axis.TapsOf(input), axis.Stride);
                int[] outputs = [.. Enumerable.Range(0, axis.OutputSize)];
                Assert.Equal(Where(axis.Kernel, tap => outputs.Any(output => Meets(axis, output, tap) == input)), taps);
                Assert.All(taps, tap => Assert.Equal(input, Meets(axis, axis.OutputAt(input, tap), tap)));
            }
        }
    }

    private static int? Meets(WindowAxis axis, int output, int tap)
    {
        int input = output * axis.Stride - axis.Pad + tap;
        return input >= 0 && input < axis.InputSize ? input : null;
    }

    private static int[] Where(int count, Func<int, bool> holds) => [.. Enumerable.Range(0, count).Where(holds)];

    private static int[] Range((int First, int End) range, int step = 1)
    {
        var elements = new List<int>();
        for (int element = range.First; element < range.End; element += step)
            elements.Add(element);
        return [.. elements];
    }

    // Every way of placing the kernel with at least one output pixel, kernels larger than the input among them.
    private static IEnumerable<WindowAxis> SmallAxes() =>
        from input in Enumerable.Range(1, 7)
        from kernel in Enumerable.Range(1, 9)
        from stride in Enumerable.Range(1, 3)
        from before in Enumerable.Range(0, 5)
        from after in Enumerable.Range(0, 5)
        let span = input + before + after - kernel
        where span >= 0
        select new WindowAxis(input, span / stride + 1, kernel, stride, before);
}
