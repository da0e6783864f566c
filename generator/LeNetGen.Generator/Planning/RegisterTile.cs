namespace LeNetGen.Generator.Planning;

/// <summary>The accumulators that one pass keeps in registers: so many pixels by so many channels.</summary>
internal readonly record struct RegisterTile(int Pixels, int Channels)
{
    public int Accumulators => Pixels * Channels;

    /// <summary>
    /// Vector registers of a tile: the accumulators, the channels' weights, and one pixel at a time; an operand that is used only once
    /// is read from memory by the multiply-add itself.
    /// </summary>
    private int Registers => Accumulators + (Pixels == 1 ? 2 : Channels + 1);

    /// <summary>
    /// Local variables of the tile's code with so many taps one after the other: the sums, and of every tap what is used more than once.
    /// </summary>
    public int Locals(int taps) => Accumulators + taps * ((Pixels == 1 ? 0 : Channels) + (Channels == 1 ? 0 : Pixels));

    /// <summary>
    /// The tile that covers an area at the least cost. Per tap, a tile takes the longest of three: its multiply-adds, its loads (both
    /// two a cycle, or one a cycle, as the processor is made: only the ratio matters), and the 8 multiply-adds that are in flight
    /// at a time, be there that many or not; a load adds a little in any case, and starting and storing an accumulator adds two
    /// operations a tile.
    /// </summary>
    /// <param name="pixels">Pixels to cover in a row.</param>
    /// <param name="channels">Channels (or vectors of channels) to cover.</param>
    /// <param name="taps">Multiply-adds that an accumulator receives in all.</param>
    /// <param name="unrolled">Multiply-adds of an accumulator in the straight-line code.</param>
    /// <param name="budget">Registers and code size.</param>
    /// <param name="pixelStep">The width of a tile is a multiple of this, unless it covers the whole row.</param>
    public static RegisterTile Choose(int pixels, int channels, int taps, int unrolled, KernelBudget budget, int pixelStep = 1)
    {
        var best = new RegisterTile(1, 1);
        double bestCost = double.PositiveInfinity;
        for (int width = 1; width <= Math.Min(pixels, budget.Registers); width++)
        {
            if (width % pixelStep != 0 && width != pixels)
                continue;
            for (int depth = 1; depth <= Math.Min(channels, budget.Registers); depth++)
            {
                var tile = new RegisterTile(width, depth);
                if (!tile.Fits(budget, unrolled))
                    continue;
                double cost = tile.CostOfCovering(pixels, channels, taps);
                if (cost <= bestCost)
                    (best, bestCost) = (tile, cost);
            }
        }

        return best;
    }

    /// <summary>Whether a method has the registers, and the room for so many multiply-adds of each accumulator.</summary>
    public bool Fits(KernelBudget budget, int unrolled) =>
        Registers <= budget.Registers && Accumulators * unrolled <= budget.MultiplyAdds;

    /// <summary>Cycles of all tiles that cover an area.</summary>
    public double CostOfCovering(int pixels, int channels, int taps)
    {
        double cost = 0;
        int forms = 0;
        foreach ((int width, int columns) in Parts(pixels, Pixels))
        {
            foreach ((int depth, int rows) in Parts(channels, Channels))
            {
                cost += (double)columns * rows * new RegisterTile(width, depth).CostOfTile(taps);
                forms++;
            }
        }

        // Every form of tile is a method of its own, to be read, compiled and cached: it must be worth it.
        return cost * (1 + 0.03 * (forms - 1));
    }

    /// <summary>The part of the processor's peak that the cost expects, for tiles whose accumulators receive so many multiply-adds.</summary>
    public double ExpectedFraction(int taps) => (double)Accumulators * taps / CostOfTile(taps);

    /// <summary>Cycles of a tile, where a multiply-add of every kind takes one.</summary>
    public double CostOfTile(int taps)
    {
        int loads = Pixels + Channels;
        double tap = Math.Max(Math.Max(Accumulators, loads), 8) + 0.15 * loads;
        return taps * tap + 2 * Accumulators;
    }

    /// <summary>Whole parts of a size, and the remainder.</summary>
    private static IEnumerable<(int Size, int Count)> Parts(int total, int size)
    {
        yield return (size, total / size);
        if (total % size > 0)
            yield return (total % size, 1);
    }
}
