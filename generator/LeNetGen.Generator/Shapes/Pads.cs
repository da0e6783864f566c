namespace LeNetGen.Generator.Shapes;

/// <summary>Pixels of padding around a layer's input.</summary>
/// <param name="Top">Rows above it.</param>
/// <param name="Bottom">Rows below it; with a stride, windows need not reach all of them.</param>
/// <param name="Left">Columns to the left of it.</param>
/// <param name="Right">Columns to the right of it; with a stride, windows need not reach all of them.</param>
/// <param name="AreSame">Whether they are those of <c>Padding.Same</c>.</param>
internal readonly record struct Pads(int Top, int Bottom, int Left, int Right, bool AreSame)
{
    /// <summary>Whether there is any.</summary>
    public bool AreAny => (Top | Bottom | Left | Right) != 0;
}
