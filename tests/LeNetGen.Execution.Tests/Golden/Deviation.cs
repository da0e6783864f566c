namespace LeNetGen.Execution.Tests.Golden;

/// <summary>How far a tensor is from another: its element that is farthest, and all of them on the whole.</summary>
internal readonly record struct Deviation(double Largest, double RootMeanSquare)
{
    /// <summary>How far a tensor is from the expected one.</summary>
    public static Deviation Of(double[] actual, double[] expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = 0, squares = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double distance = Math.Abs(actual[i] - expected[i]);
            largest = Math.Max(largest, distance);
            squares += distance * distance;
        }

        return new Deviation(largest, Math.Sqrt(squares / expected.Length));
    }

    /// <summary>What several samples suggest: the root of the mean of their squares, in each figure.</summary>
    public static Deviation Typical(IReadOnlyCollection<Deviation> samples) => new(
        Math.Sqrt(samples.Average(sample => sample.Largest * sample.Largest)),
        Math.Sqrt(samples.Average(sample => sample.RootMeanSquare * sample.RootMeanSquare)));

    /// <summary>Both figures times a factor.</summary>
    public static Deviation operator *(double factor, Deviation deviation) =>
        new(factor * deviation.Largest, factor * deviation.RootMeanSquare);

    /// <summary>Whether neither figure exceeds the bound's.</summary>
    public bool IsWithin(Deviation bound) => Largest <= bound.Largest && RootMeanSquare <= bound.RootMeanSquare;
}
