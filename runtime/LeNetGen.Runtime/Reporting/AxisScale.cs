using System.Globalization;

namespace LeNetGen.Reporting;

/// <summary>The scale of one axis: a range of values, and the round values in it that are labelled.</summary>
internal sealed class AxisScale
{
    /// <summary>Epochs in the plot up to which every one is labelled.</summary>
    private const int EveryEpochLabelled = 12;

    private readonly double _tickStep;

    private AxisScale(double low, double high, double tickStep, IReadOnlyList<double> ticks)
    {
        (Low, High, _tickStep, Ticks) = (low, high, tickStep, ticks);
    }

    /// <summary>The value at the start of the axis.</summary>
    public double Low { get; }

    /// <summary>The value at the end of the axis.</summary>
    public double High { get; }

    /// <summary>The labelled values, ascending.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Epochs from 1 to <paramref name="last"/>: all of them labelled, or the first and round ones.</summary>
    public static AxisScale OfEpochs(int last)
    {
        if (last <= 1)
            return new AxisScale(0.5, 1.5, 1, [1]);
        int step = 1;
        if (last > EveryEpochLabelled)
            step = Math.Max(5, (int)RoundStep(last, 10));
        List<double> ticks = [1];
        for (int tick = step == 1 ? 2 : step; tick <= last; tick += step)
            ticks.Add(tick);
        return new AxisScale(1, last, step, ticks);
    }

    /// <summary>A scale around values, whose ends are round values too.</summary>
    /// <param name="values">The values, none of them negative; those that are not finite are left out.</param>
    /// <param name="limit">The largest possible value: 1 of an accuracy.</param>
    public static AxisScale OfValues(IEnumerable<double> values, double limit = double.PositiveInfinity)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values.Where(double.IsFinite))
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high || high <= 0)
            (low, high) = (0, 1);

        // Values that hardly differ would otherwise fill the height and look like a great change.
        double least = high * 0.05;
        if (high - low < least)
            (low, high) = ((low + high - least) / 2, (low + high + least) / 2);

        double step = RoundStep(high - low, 5);
        double first = Math.Max(Math.Floor(low / step), 0);
        double last = Math.Ceiling(high / step);
        if (last * step > limit)
            last = Math.Round(limit / step);
        // Whole multiples: adding the step up would show its rounding errors.
        double[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(tick => (first + tick) * step)];
        return new AxisScale(ticks[0], ticks[^1], step, ticks);
    }

    /// <summary>Where a value lies on the axis: 0 at its start, 1 at its end.</summary>
    public double Position(double value) => (value - Low) / (High - Low);

    /// <summary>A labelled value with as many decimals as the step between them has.</summary>
    public string Label(double tick)
    {
        if (_tickStep is < 1e-5 or >= 1e5 && tick != 0)
            return tick.ToString("0.##e+0", CultureInfo.InvariantCulture);
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(_tickStep) + 1e-9));
        return tick.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20, ... and their like below 1 that needs at most so many steps to span a range.</summary>
    private static double RoundStep(double range, int steps)
    {
        double least = range / steps;
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double factor = (least / power) switch { <= 1.0000001 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        return factor * power;
    }
}
