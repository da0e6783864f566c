using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>The network's input from raw bytes: docs/arithmetic.md, section 3.</summary>
internal static class InputReference<T> where T : IFloatingPointIeee754<T>
{
    /// <summary>Pads and converts one raw image.</summary>
    /// <param name="input">The declared treatment.</param>
    /// <param name="raw">[raw input] the bytes, (channel, row, column).</param>
    /// <returns>[input] the image.</returns>
    public static T[] FromBytes(InputDefinition input, ReadOnlySpan<byte> raw)
    {
        byte[] padded = new byte[input.Shape.Length];
        Shape shape = input.Shape, rawShape = input.RawShape;
        for (int channel = 0; channel < rawShape.Channels; channel++)
        for (int row = 0; row < rawShape.Height; row++)
        {
            ReadOnlySpan<byte> pixels = raw.Slice((channel * rawShape.Height + row) * rawShape.Width, rawShape.Width);
            pixels.CopyTo(padded.AsSpan((channel * shape.Height + row + input.Pad) * shape.Width + input.Pad));
        }

        (T scale, T offset) = (T.CreateChecked(input.Scale), T.CreateChecked(input.Offset));
        return Array.ConvertAll(padded, pixel => T.FusedMultiplyAdd(T.CreateChecked(pixel), scale, offset));
    }
}
