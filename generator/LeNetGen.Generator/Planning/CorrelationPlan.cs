using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Planning;

/// <summary>Which operand of a multiply-add is a vector, and which one number in every lane.</summary>
internal enum LaneMeaning
{
    /// <summary>Lanes are images of a block: pixels are vectors, weights are spread over the lanes.</summary>
    Images,

    /// <summary>Lanes are target channels of one image: weights are vectors, pixels are spread over the lanes.</summary>
    Channels,

    /// <summary>Lanes are pooling windows of a row of one image: pixels are vectors, weights are spread over the lanes.</summary>
    Windows,
}

/// <summary>
/// One kernel of the form: every target element is a sum over source channels and kernel taps. The forward pass of convolutions and
/// dense layers (a dense layer is a convolution of one pixel), their input gradients, and their single-image forms are all of it.
/// </summary>
internal sealed record CorrelationPlan
{
    /// <summary>The method's name: the layer's and what it computes.</summary>
    public required string Name { get; init; }

    /// <summary>What a reader must know, for the comment over the method.</summary>
    public required string Summary { get; init; }

    public required LaneMeaning LaneMeaning { get; init; }

    /// <summary>Lanes of the vectors it works with.</summary>
    public required int Lanes { get; init; }

    public required TapGeometry Rows { get; init; }

    public required TapGeometry Columns { get; init; }

    public required int SourceChannels { get; init; }

    /// <summary>Target channels; where lanes are channels, vectors of them.</summary>
    public required int TargetChannels { get; init; }

    public required BufferStrides Source { get; init; }

    public required BufferStrides Target { get; init; }

    /// <summary>Floats from a weight to that of the next source channel.</summary>
    public required int WeightSourceStride { get; init; }

    /// <summary>Floats from a weight to that of the next target channel (or vector of them).</summary>
    public required int WeightTargetStride { get; init; }

    /// <summary>Floats from a weight to that of the next kernel column.</summary>
    public required int WeightTapStride { get; init; }

    /// <summary>Whether the columns are the slices of a block; else it is called for each slice.</summary>
    public bool TakesAllSlices { get; init; }

    /// <summary>What a tap adds to a sum.</summary>
    public CorrelationForm Form { get; init; }

    /// <summary>Which source channels each target channel reads, where lanes are images; null where it reads all.</summary>
    public ConnectionLists? Connections { get; init; }

    /// <summary>
    /// Where lanes are target channels: [source channels, target channels] all bits where they are connected, else none; empty where all
    /// are connected.
    /// </summary>
    public EquatableArray<int> Connected { get; init; }

    /// <summary>The weights, where they are part of the program; else empty.</summary>
    public EquatableArray<float> Constants { get; init; }

    /// <summary>Whether the sums start at the bias rather than at zero.</summary>
    public required bool StartsAtBias { get; init; }

    /// <summary>Whether the shares of other layers in the gradient are added to the sums.</summary>
    public bool AddsShares { get; init; }

    /// <summary>
    /// The activation whose derivative, at what the target buffer holds, multiplies the sum before it replaces that; None for no such
    /// factor.
    /// </summary>
    public ActivationFunction Derivative { get; init; }

    /// <summary>The activation that is applied to the sums before they are stored; None for no such one.</summary>
    public ActivationFunction Activation { get; init; }

    /// <summary>The pooling of the sums before they are stored, whose windows are the targets then; null for none.</summary>
    public PooledWindows? Windows { get; init; }

    /// <summary>Where lanes are pooling windows, which pixels they read; else null.</summary>
    public ColumnLanes? ColumnLanes { get; init; }

    /// <summary>The parameter that the kernel reads: <c>x</c>, or on the way back <c>dz</c>.</summary>
    public required string SourceBuffer { get; init; }

    /// <summary>The parameter that the kernel writes: <c>y</c>, or on the way back <c>dx</c>.</summary>
    public required string TargetBuffer { get; init; }

    /// <summary>What a source channel is to the layer, and so the loop variable's name.</summary>
    public required string SourceName { get; init; }

    /// <summary>What a target channel is to the layer, and so the loop variable's name.</summary>
    public required string TargetName { get; init; }

    /// <summary>
    /// How much of the kernel has no loops. What the declaration asks for before <see cref="Planned"/>, and after it what is done: never
    /// Auto, and no more than is worth writing.
    /// </summary>
    public required Unroll Unroll { get; init; }

    public RegisterTile Tile { get; init; }

    /// <summary>Multiply-adds that a sum receives.</summary>
    private int Taps => SourceChannels * Rows.Kernel * Columns.Kernel;

    /// <summary>Sums that make up a target.</summary>
    public int Elements => Windows?.Elements ?? ColumnLanes?.Elements ?? 1;

    /// <summary>Whether pixels are vectors and weights spread over the lanes; else it is the other way round.</summary>
    public bool PixelsAreVectors => LaneMeaning != LaneMeaning.Channels;

    /// <summary>The tile of a run, with so many target channels.</summary>
    public RegisterTile TileOf(ColumnRun run, int channels) => new(run.Width * Elements, channels);

    /// <summary>Cycles of the whole kernel, where a multiply-add takes one.</summary>
    public double Cost => Rows.Targets * Tile.CostOfCovering(Columns.Targets * Elements, TargetChannels, Taps);

    /// <summary>The part of the processor's peak that the tile is expected to reach.</summary>
    public double ExpectedFraction => Tile.ExpectedFraction(Taps);

    /// <summary>Whether all kernel rows of inner tiles are straight-line code; else a loop runs over them.</summary>
    public bool UnrollsKernelRows { get; init; }

    /// <summary>
    /// Whether all kernel rows of a run's tiles are straight-line code. Tiles at the border, each with a text of its own, keep a loop over
    /// kernel rows: measured on d2l it costs nothing, and straight lines there would double the text that a user's compiler has to read.
    /// </summary>
    public bool UnrollsKernelRowsOf(ColumnRun run) => UnrollsKernelRows && (run.Count > 1 || Runs.Count == 1);

    /// <summary>
    /// Whether the taps of a kernel row read pixels of which the compiler must not see that they are the same: it would keep all of a
    /// row in registers, of which a tile leaves too few, and go to the stack for each.
    /// </summary>
    public bool HidesSharedPixels => Lanes > 1 && ColumnLanes is null && PixelStep == Source.Column && Columns.Kernel > 1
        && Tile.Accumulators + Tile.Channels + Tile.Pixels + Columns.Kernel - 1 > KernelBudget.Of(Lanes).Registers + FewPixels;

    /// <summary>Floats from the source of a sum to that of its neighbour.</summary>
    private int PixelStep => Windows?.ColumnStep ?? Columns.Stride * Source.Column;

    /// <summary>
    /// Pixels too many that do no harm: measured on 5x5 kernels, where tiles of 5 by 4 and 7 by 3 run at the peak either way.
    /// </summary>
    private const int FewPixels = 5;

    /// <summary>Source channels in the straight-line code; the loop over them steps by this.</summary>
    public int SourceUnroll { get; init; }

    public EquatableArray<ColumnRun> Runs { get; init; }

    /// <summary>Chooses tile and unrolling.</summary>
    public CorrelationPlan Planned()
    {
        KernelBudget budget = KernelBudget.Of(Lanes);
        int taps = Rows.Kernel * Columns.Kernel;
        int pixelStep = Columns.Transposed ? Columns.Stride : Elements;

        // A tile must not be cut down for the sake of unrolling: the rows of a big kernel become a loop instead.
        // Targets with sources of their own have little to share.
        int channels = Connections is null ? TargetChannels : 1;
        RegisterTile tile = RegisterTile.Choose(Columns.Targets * Elements, channels, SourceChannels * taps, Columns.Kernel, budget, pixelStep);

        // A single row of targets is too little work to unroll for; of one image it waits for the weights, whatever the code.
        bool unrolls = Rows.Targets > 1 && FitsMethod(tile, taps);
        int unrolled = tile.Accumulators * (unrolls ? taps : Columns.Kernel);
        CorrelationPlan plan = this with
        {
            Tile = tile,
            UnrollsKernelRows = unrolls,
            SourceUnroll = taps == 1 && Lanes > 1 && ReadsAll ? Clamp(ShortLoop / unrolled, 1, SourceChannels) : 1,
            Runs = ColumnRun.Partition(Columns, tile.Pixels / Elements, ColumnLanes),
        };
        Unroll affordable = plan.AffordableUnroll();
        return plan with { Unroll = affordable, SourceUnroll = plan.SourceUnrollFor(affordable) };
    }

    private bool ReadsAll => Connections is null && Connected.Count == 0;

    /// <summary>Multiply-adds one after the other, in all methods, if so much of the kernel has no loops.</summary>
    public long StraightLine(Unroll unroll)
    {
        long sum = (long)Rows.Kernel * Columns.Kernel * SourceUnrollFor(unroll);
        return unroll switch
        {
            Unroll.Layer => (long)Rows.Targets * Columns.Targets * Elements * TargetChannels * sum,
            Unroll.Row => (long)Columns.Targets * Elements * TargetChannels * sum,
            _ => Tile.Accumulators * sum,
        };
    }

    /// <summary>A layer without loops has none over source channels, unless a tile would then be too long for a method.</summary>
    private int SourceUnrollFor(Unroll unroll) =>
        unroll == Unroll.Layer && FitsMethod(Tile, Rows.Kernel * Columns.Kernel * SourceChannels) ? SourceChannels : SourceUnroll;

    private bool FitsMethod(RegisterTile tile, int taps) =>
        (long)tile.Accumulators * taps <= KernelBudget.Of(Lanes).MultiplyAdds && tile.Locals(taps) <= KernelBudget.Locals;

    private Unroll AffordableUnroll()
    {
        // Scalar code is for processors that are slow in any case, and for reading; a list of channels is a loop.
        if (Lanes == 1 || !ReadsAll)
            return Unroll.Tile;
        Unroll wanted = Unroll;
        if (wanted == Unroll.Auto)
        {
            long multiplyAdds = StraightLine(Unroll.Layer) * SourceChannels / SourceUnrollFor(Unroll.Layer);
            wanted = multiplyAdds <= KernelBudget.SmallLayer ? Unroll.Layer : Unroll.Tile;
        }

        while (wanted > Unroll.Tile && StraightLine(wanted) > KernelBudget.StraightLine)
            wanted--;
        return wanted;
    }

    /// <summary>Multiply-adds in a loop body that make the loop's own cost disappear.</summary>
    private const int ShortLoop = 16;

    private static int Clamp(int value, int low, int high) => Math.Max(low, Math.Min(value, high));
}
