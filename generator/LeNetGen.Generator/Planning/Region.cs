namespace LeNetGen.Generator.Planning;

/// <summary>A place that a <see cref="WorkspaceLayout"/> has handed out.</summary>
/// <param name="Name">Its name in the emitted code.</param>
/// <param name="Offset">Floats from the start of the memory.</param>
/// <param name="Length">Floats, whole cache lines.</param>
/// <param name="Shape">Its dimensions, for the reader.</param>
internal sealed record Region(string Name, int Offset, int Length, string Shape);
