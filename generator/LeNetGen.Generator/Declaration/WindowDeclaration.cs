namespace LeNetGen.Generator.Declaration;

/// <summary>
/// The window of a convolution or pooling layer: its size, <c>Strides</c>, <c>Padding</c> and <c>Pad</c>, and what of these is declared
/// of one axis or one side alone, which overrides what is declared of all.
/// </summary>
/// <param name="Rows">The window along the height.</param>
/// <param name="Columns">The window along the width.</param>
/// <param name="Padding">Whether the padding is what is written or what Keras calls same.</param>
/// <param name="Sizes">The sizes and strides that are written, those that are overridden among them.</param>
/// <param name="Pads">The pads that are written, those that are overridden among them.</param>
internal sealed record WindowDeclaration(
    WindowAxis Rows, WindowAxis Columns, Padding Padding, EquatableArray<DeclaredNumber> Sizes, EquatableArray<DeclaredNumber> Pads)
{
    private static readonly string[] s_strides = ["Strides", "StrideHeight", "StrideWidth"];
    private static readonly string[] s_pads = ["Pad", "PadTop", "PadBottom", "PadLeft", "PadRight"];

    /// <summary>Reads a window.</summary>
    /// <param name="arguments">The layer's arguments.</param>
    /// <param name="kind">What the size is called in arguments: <c>kernel</c> or <c>pool</c>.</param>
    /// <param name="stride">The stride where none is written; null for the window's size on that axis.</param>
    public static WindowDeclaration Read(WrittenArguments arguments, string kind, int? stride)
    {
        string[] sizes = [kind + "Size", kind + "Height", kind + "Width"];
        WindowAxis Axis(string direction, string before, string after)
        {
            DeclaredNumber size = arguments.FirstWritten(0, kind + direction, kind + "Size");
            return new WindowAxis(
                size,
                arguments.FirstWritten(stride ?? size.Value, "Stride" + direction, "Strides"),
                arguments.FirstWritten(0, before, "Pad"),
                arguments.FirstWritten(0, after, "Pad"));
        }

        return new WindowDeclaration(
            Axis("Height", "PadTop", "PadBottom"),
            Axis("Width", "PadLeft", "PadRight"),
            (Padding)arguments.Integer("Padding", (int)Padding.Valid),
            arguments.Written([.. sizes, .. s_strides]),
            arguments.Written(s_pads));
    }
}
