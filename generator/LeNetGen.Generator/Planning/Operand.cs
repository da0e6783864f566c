namespace LeNetGen.Generator.Planning;

/// <summary>The memories that kernels read and write.</summary>
internal enum Memory
{
    Parameters,
    Workspace,
    Gradient,
    Packed,
    Image,
    Output,

    /// <summary>The program's read-only data; a place has the name of the property that has it.</summary>
    Constants,
}

/// <summary>A named place in one of the memories.</summary>
/// <param name="Name">Its name in the emitted code.</param>
/// <param name="Memory">Where it lies.</param>
/// <param name="Offset">Floats from the start of that memory.</param>
/// <param name="Shape">Its dimensions, for the reader.</param>
internal sealed record Operand(string Name, Memory Memory, int Offset, string Shape)
{
    /// <summary>What it lies in, the whole of it or a part; null in the memories of callers.</summary>
    public Region? Region { get; init; }

    /// <summary>Floats from here to where it lies for the chunk's next block; 0 where all blocks have one place.</summary>
    public int BlockStride { get; init; }

    /// <summary>Floats from here to where it lies for the block's next slice; 0 where all slices have one place, or there is one.</summary>
    public int SliceStride { get; init; }
}
