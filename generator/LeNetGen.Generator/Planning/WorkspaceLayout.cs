using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Hands out places of one memory, each at the start of a cache line: one after the other; or, to a planner that asks for the very same
/// places again, where <see cref="WorkspacePacking"/> has found that they can lie.
/// </summary>
internal sealed class WorkspaceLayout(Memory memory, IReadOnlyList<int>? offsets = null)
{
    private const int CacheLineFloats = 16;
    private readonly List<Region> _regions = [];

    /// <summary>The places in the order in which they were asked for.</summary>
    public IReadOnlyList<Region> Regions => _regions;

    public int Length { get; private set; }

    public Operand Add(string name, int length, string shape) => Add(name, length, shape, isOfChunk: false);

    /// <summary>A place that keeps what it holds until all blocks of a chunk are computed.</summary>
    public Operand AddOfChunk(string name, int length, string shape) => Add(name, length, shape, isOfChunk: true);

    /// <summary>The dimensions of a tensor, such as <c>[6, 28, 28]</c>.</summary>
    public static string Dimensions(params int[] sizes) => "[" + string.Join(", ", sizes.Select(size => Of(size))) + "]";

    private Operand Add(string name, int length, string shape, bool isOfChunk)
    {
        int offset = offsets is null ? Length : offsets[_regions.Count];
        int rounded = (length + CacheLineFloats - 1) / CacheLineFloats * CacheLineFloats;
        var region = new Region(name, offset, rounded, shape) { IsOfChunk = isOfChunk };
        _regions.Add(region);
        Length = Math.Max(Length, offset + rounded);
        return new Operand(name, memory, offset, shape) { Region = region };
    }
}
