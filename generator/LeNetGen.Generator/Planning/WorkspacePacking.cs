namespace LeNetGen.Generator.Planning;

/// <summary>
/// Finds places that can lie over one another because they are never needed at the same time. A place is needed from the first step that
/// refers to it to the last; one of a whole chunk throughout a pass that refers to it, which is gone through for each block. The places
/// of slices come first, those of one slice before those of the next.
/// </summary>
internal sealed class WorkspacePacking
{
    private readonly List<Region> _regions;
    private readonly List<(int First, int Last)[]> _lifetimes = [];

    /// <summary>Packs places that lie one after the other.</summary>
    /// <param name="layout">The places.</param>
    /// <param name="passes">
    /// The passes, each of which may be all that a workspace is used for until it is filled anew: what each step refers to, and between
    /// steps what the runtime reads or writes.
    /// </param>
    public WorkspacePacking(WorkspaceLayout layout, params IEnumerable<IEnumerable<Operand>>[] passes)
    {
        _regions = [.. layout.Regions];
        foreach (IEnumerable<IEnumerable<Operand>> pass in passes)
            AddPass(pass);
        Offsets = new int[_regions.Count];
        SliceLength = Place(isOfSlice: true, start: 0);
        Place(isOfSlice: false, layout.Slices * SliceLength);
    }

    /// <summary>The offset of every place.</summary>
    public int[] Offsets { get; }

    /// <summary>Floats from a place of a slice to that of the next.</summary>
    public int SliceLength { get; }

    private void AddPass(IEnumerable<IEnumerable<Operand>> moments)
    {
        var lifetimes = new (int First, int Last)[_regions.Count];
        for (int region = 0; region < lifetimes.Length; region++)
            lifetimes[region] = (int.MaxValue, -1);
        int moment = 0;
        foreach (IEnumerable<Operand> operands in moments)
        {
            foreach (Operand operand in operands.Where(operand => operand.Memory == Memory.Workspace))
            {
                int region = _regions.IndexOf(operand.Region!);
                lifetimes[region] = (Math.Min(lifetimes[region].First, moment), moment);
            }

            moment++;
        }

        for (int region = 0; region < lifetimes.Length; region++)
        {
            if (_regions[region].IsOfChunk && lifetimes[region].Last >= 0)
                lifetimes[region] = (0, moment);
        }

        _lifetimes.Add(lifetimes);
    }

    /// <summary>Gives places their offsets, in their order, each as low as it can lie; returns how many floats that takes.</summary>
    private int Place(bool isOfSlice, int start)
    {
        int end = start;
        List<int> placed = [];
        foreach (int region in Enumerable.Range(0, _regions.Count).Where(region => _regions[region].IsOfSlice == isOfSlice))
        {
            int offset = start;
            foreach (int other in placed.Where(other => Collide(region, other)).OrderBy(other => Offsets[other]))
            {
                if (offset + _regions[region].Length <= Offsets[other])
                    break;
                offset = Math.Max(offset, Offsets[other] + _regions[other].Length);
            }

            Offsets[region] = offset;
            placed.Add(region);
            end = Math.Max(end, offset + _regions[region].Length);
        }

        return end - start;
    }

    private bool Collide(int one, int other) => _lifetimes.Any(lifetimes =>
        lifetimes[one].First <= lifetimes[other].Last && lifetimes[other].First <= lifetimes[one].Last);
}
