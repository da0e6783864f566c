namespace LeNetGen.Generator.Planning;

/// <summary>
/// Finds places that can lie over one another because they are never needed at the same time. A place is needed from the first step that
/// refers to it to the last; one of a whole chunk throughout a pass that refers to it, which is gone through for each block.
/// </summary>
internal sealed class WorkspacePacking
{
    private readonly IReadOnlyList<Region> _regions;
    private readonly List<(int First, int Last)[]> _lifetimes = [];

    /// <summary>Starts from places that lie one after the other.</summary>
    public WorkspacePacking(WorkspaceLayout layout) => _regions = layout.Regions;

    /// <summary>Takes a pass in, which may be all that a workspace is used for until it is filled anew.</summary>
    /// <param name="moments">What each step refers to, and between steps what the runtime reads or writes.</param>
    public void AddPass(IEnumerable<IEnumerable<Operand>> moments)
    {
        var lifetimes = new (int First, int Last)[_regions.Count];
        for (int region = 0; region < lifetimes.Length; region++)
            lifetimes[region] = (int.MaxValue, -1);
        int moment = 0;
        foreach (IEnumerable<Operand> operands in moments)
        {
            foreach (Operand operand in operands.Where(operand => operand.Memory == Memory.Workspace))
            {
                int region = RegionOf(operand);
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

    /// <summary>The offset of every place: in their order, each as low as it can lie.</summary>
    public int[] Offsets()
    {
        var offsets = new int[_regions.Count];
        for (int region = 0; region < offsets.Length; region++)
        {
            int offset = 0;
            foreach (int other in Enumerable.Range(0, region).Where(other => Collide(region, other)).OrderBy(other => offsets[other]))
            {
                if (offset + _regions[region].Length <= offsets[other])
                    break;
                offset = Math.Max(offset, offsets[other] + _regions[other].Length);
            }

            offsets[region] = offset;
        }

        return offsets;
    }

    private int RegionOf(Operand operand)
    {
        for (int region = _regions.Count - 1; region >= 0; region--)
        {
            if (operand.Offset >= _regions[region].Offset && operand.Offset < _regions[region].Offset + _regions[region].Length)
                return region;
        }

        throw new ArgumentException($"'{operand.Name}' lies nowhere.", nameof(operand));
    }

    private bool Collide(int one, int other) => _lifetimes.Any(lifetimes =>
        lifetimes[one].First <= lifetimes[other].Last && lifetimes[other].First <= lifetimes[one].Last);
}
