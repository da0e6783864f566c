namespace LeNetGen.Generator.Planning;

/// <summary>A place that a <see cref="WorkspaceLayout"/> has handed out.</summary>
/// <param name="Name">Its name in the emitted code.</param>
/// <param name="Offset">Floats from the start of the memory.</param>
/// <param name="Length">Floats, whole cache lines.</param>
/// <param name="Shape">Its dimensions, for the reader.</param>
internal sealed record Region(string Name, int Offset, int Length, string Shape)
{
    /// <summary>Whether it is needed from a chunk's first block to its last, and not only while one block is computed.</summary>
    public bool IsOfChunk { get; init; }

    /// <summary>Whether each slice of a block has such a place.</summary>
    public bool IsOfSlice { get; init; }
}
