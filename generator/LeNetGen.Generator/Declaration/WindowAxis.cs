namespace LeNetGen.Generator.Declaration;

/// <summary>One direction of a window: rows or columns.</summary>
/// <param name="Size">Pixels of the kernel or of the pooling window.</param>
/// <param name="Stride">Input pixels from one window to the next.</param>
/// <param name="PadBefore">Pixels of padding above or to the left, as they are written.</param>
/// <param name="PadAfter">Pixels of padding below or to the right, as they are written.</param>
internal sealed record WindowAxis(DeclaredNumber Size, DeclaredNumber Stride, DeclaredNumber PadBefore, DeclaredNumber PadAfter);
