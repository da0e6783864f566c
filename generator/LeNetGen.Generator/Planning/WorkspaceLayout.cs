using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Planning;

/// <summary>Hands out places of one memory, one after the other, each at the start of a cache line.</summary>
internal sealed class WorkspaceLayout(Memory memory)
{
    private const int CacheLineFloats = 16;

    public int Length { get; private set; }

    public Operand Add(string name, int length, string shape)
    {
        var operand = new Operand(name, memory, Length, shape);
        Length += (length + CacheLineFloats - 1) / CacheLineFloats * CacheLineFloats;
        return operand;
    }

    /// <summary>The dimensions of a tensor, such as <c>[6, 28, 28]</c>.</summary>
    public static string Dimensions(params int[] sizes) => "[" + string.Join(", ", sizes.Select(size => Of(size))) + "]";
}
