namespace LeNetGen.Data.Idx;

/// <summary>What an IDX file of bytes holds.</summary>
/// <param name="Sizes">Its dimensions: (images, rows, columns) or (labels).</param>
/// <param name="Bytes">Its elements, row-major.</param>
internal sealed record IdxContent(int[] Sizes, byte[] Bytes);
