using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>What generated code can address with an int.</summary>
internal static class SizeLimits
{
    /// <summary>Images in a block; every activation lies in memory this many times.</summary>
    private const int BlockSize = 16;

    /// <summary>A workspace holds activations, their gradients, and padded copies of either.</summary>
    public const int CopiesInWorkspace = 4;

    /// <summary>The most elements that the input and all outputs may have together, for each image.</summary>
    public const int Activations = int.MaxValue / (BlockSize * CopiesInWorkspace);

    /// <summary>The most parameters of a network, with room for the padded order that single images are predicted with.</summary>
    public const int Parameters = int.MaxValue / BlockSize;

    /// <summary>The product of non-negative sizes, or the largest long where it overflows.</summary>
    public static long Product(params long[] sizes)
    {
        long product = 1;
        foreach (long size in sizes)
        {
            if (size != 0 && product > long.MaxValue / size)
                return long.MaxValue;
            product *= size;
        }

        return product;
    }

    public static long Elements(TensorShape shape) => Product(shape.Channels, shape.Height, shape.Width);

    public static long Elements(InputDeclaration input) => Product(input.Channels, input.Height, input.Width);
}
