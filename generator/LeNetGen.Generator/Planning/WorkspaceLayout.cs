using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Hands out places of one memory, each at the start of a cache line: one after the other; or, to a planner that asks for the very same
/// places again, where <see cref="WorkspacePacking"/> has found that they can lie.
/// </summary>
/// <param name="memory">The memory.</param>
/// <param name="lanes">Images of a slice.</param>
/// <param name="packing">What has found places; null for places one after the other.</param>
internal sealed class WorkspaceLayout(Memory memory, int lanes = NetworkPlan.BlockLanes, WorkspacePacking? packing = null)
{
    private const int CacheLineFloats = 16;
    private readonly List<Region> _regions = [];

    /// <summary>The places in the order in which they were asked for.</summary>
    public IReadOnlyList<Region> Regions => _regions;

    public int Length { get; private set; }

    /// <summary>Slices of a block.</summary>
    public int Slices => NetworkPlan.BlockLanes / lanes;

    public Operand Add(string name, int length, string shape) => Add(new Region(name, 0, length, shape));

    /// <summary>A place that keeps what it holds until all blocks of a chunk are computed.</summary>
    public Operand AddOfChunk(string name, int length, string shape) => Add(new Region(name, 0, length, shape) { IsOfChunk = true });

    /// <summary>A place for a value of each image of a block, slice by slice.</summary>
    public Operand AddValue(string name, TensorShape shape) =>
        Add(new Region(name, 0, shape.Length * lanes, Dimensions(shape, lanes)) { IsOfSlice = Slices > 1 });

    /// <summary>So many floats, rounded up to whole cache lines.</summary>
    public static int Rounded(int length) => (length + CacheLineFloats - 1) / CacheLineFloats * CacheLineFloats;

    /// <summary>The dimensions of a tensor, such as <c>[6, 28, 28]</c>.</summary>
    public static string Dimensions(params int[] sizes) => "[" + string.Join(", ", sizes.Select(size => Of(size))) + "]";

    /// <summary>The dimensions of a value of so many images.</summary>
    public static string Dimensions(TensorShape shape, int images) =>
        shape.IsVector ? Dimensions(shape.Length, images) : Dimensions(shape.Channels, shape.Height, shape.Width, images);

    private Operand Add(Region asked)
    {
        int rounded = Rounded(asked.Length);
        Region region = asked with { Offset = packing?.Offsets[_regions.Count] ?? Length, Length = rounded };
        _regions.Add(region);
        int stride = region.IsOfSlice ? packing?.SliceLength ?? rounded : 0;
        Length = Math.Max(Length, region.Offset + (Slices - 1) * stride + rounded);
        return new Operand(region.Name, memory, region.Offset, region.Shape) { Region = region, SliceStride = stride };
    }
}
