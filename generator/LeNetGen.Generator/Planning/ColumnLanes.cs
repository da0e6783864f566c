namespace LeNetGen.Generator.Planning;

/// <summary>
/// What a convolution of one image reads whose lanes are the pooling windows of a row. Under one tap, neighbouring lanes read source columns
/// that are <see cref="Step"/> apart; those columns are laid side by side beforehand, as a phase of the row: column <c>c</c> lies at
/// <c>c % Step * PhaseLength + c / Step</c>.
/// </summary>
/// <param name="Sources">Source columns.</param>
/// <param name="Targets">Windows of a row.</param>
/// <param name="Lanes">Lanes of a vector.</param>
/// <param name="Elements">Columns of a window, each of which has sums of its own.</param>
/// <param name="Stride">Source columns from a column of a window to the next.</param>
/// <param name="Step">Source columns from a window to the next.</param>
/// <param name="Pad">Columns of padding before the first source column.</param>
internal sealed record ColumnLanes(int Sources, int Targets, int Lanes, int Elements, int Stride, int Step, int Pad)
{
    /// <summary>Vectors of a row's windows.</summary>
    public int Vectors => (Targets + Lanes - 1) / Lanes;

    /// <summary>Floats from a phase of a row to the next: whole vectors.</summary>
    public int PhaseLength => ((Sources + Step - 1) / Step + Lanes - 1) / Lanes * Lanes;

    /// <summary>Floats of a source row.</summary>
    public int RowLength => Step * PhaseLength;

    /// <summary>Floats of a row of sums: vector by vector, and of each vector element by element.</summary>
    public int TargetRowLength => Vectors * Elements * Lanes;

    /// <summary>
    /// Where a tap's vector of sources starts in its row. It may start before the row or end behind it: the lanes there are not live, or
    /// those of no window.
    /// </summary>
    public int OffsetOf(int vector, int element, int tap)
    {
        int column = ColumnOf(element, tap);
        int shift = FloorOf(column);
        return (column - shift * Step) * PhaseLength + shift + vector * Lanes;
    }

    /// <summary>The lanes whose source is not in the padding; those of no window count with their neighbours.</summary>
    public LaneRange LiveLanes(int vector, int element, int tap)
    {
        int column = ColumnOf(element, tap);
        int first = Math.Max(0, -FloorOf(column) - vector * Lanes);
        int end = FloorOf(Sources - 1 - column) + 1 - vector * Lanes;
        return new LaneRange(first, end >= Math.Min(Lanes, Targets - vector * Lanes) ? Lanes : Math.Max(end, first));
    }

    /// <summary>Floats before the first row that vectors of sources may reach.</summary>
    public int Before => -Math.Min(0, FloorOf(-Pad));

    /// <summary>Floats behind the last row that vectors of sources may reach, in a kernel of so many columns.</summary>
    public int Behind(int kernel) => Vectors * Lanes + FloorOf(ColumnOf(Elements - 1, kernel - 1));

    /// <summary>The source column of the first window under a tap; negative in the padding.</summary>
    private int ColumnOf(int element, int tap) => element * Stride + tap - Pad;

    private int FloorOf(int column) => column >= 0 ? column / Step : -((Step - 1 - column) / Step);
}

/// <summary>Lanes of a vector.</summary>
/// <param name="First">The first one.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct LaneRange(int First, int End)
{
    public bool IsEmpty => First >= End;

    /// <summary>Whether it has all of so many lanes.</summary>
    public bool IsAll(int lanes) => First == 0 && End == lanes;
}
