using System.Collections.Immutable;

namespace LeNetGen.Weights;

/// <summary>What the header of a safetensors file says about one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Start">Where its bytes start, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafetensorsEntry(string Name, SafetensorsType Type, ImmutableArray<int> Shape, long Start, long End)
{
    /// <summary>The tensor, as a view of the file's data.</summary>
    public SafetensorsTensor Over(byte[] data) => new(Name, Type, Shape, data.AsMemory((int)Start, (int)(End - Start)));

    /// <summary>The bytes that a tensor of this type and shape has; more than any file where that is beyond counting.</summary>
    public long NeededBytes()
    {
        UInt128 bytes = (UInt128)Type.ElementSize();
        foreach (int size in Shape)
            bytes = bytes > long.MaxValue && size != 0 ? bytes : bytes * (uint)size;
        return bytes > long.MaxValue ? long.MaxValue : (long)bytes;
    }
}
