using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using LeNetGen.Arithmetic;

namespace LeNetGen.Execution;

/// <summary>Raw pixels as floats (docs/arithmetic.md, section 3).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PixelConversion
{
    private const int VectorLength = 16;

    /// <summary>Scales and pads one raw image.</summary>
    /// <param name="raw">[channels, height - 2 pad, width - 2 pad] the pixels.</param>
    /// <param name="image">[channels, height, width] receives what the first layer reads.</param>
    /// <param name="channels">Channels of an image.</param>
    /// <param name="height">Rows of the padded image.</param>
    /// <param name="width">Columns of the padded image.</param>
    /// <param name="pad">Pixels added on each side.</param>
    /// <param name="scale">What a pixel is multiplied by.</param>
    /// <param name="offset">What is added to the product.</param>
    public static void Convert(
        ReadOnlySpan<byte> raw, Span<float> image, int channels, int height, int width, int pad, float scale, float offset)
    {
        if (pad == 0)
        {
            Convert(raw, image, scale, offset);
            return;
        }

        image.Fill(Fused.MultiplyAdd(0, scale, offset));
        (int rawHeight, int rawWidth) = (height - 2 * pad, width - 2 * pad);
        for (int run = 0; run < channels * rawHeight; run++)
        {
            (int channel, int row) = Math.DivRem(run, rawHeight);
            int start = (channel * height + row + pad) * width + pad;
            Convert(raw.Slice(run * rawWidth, rawWidth), image.Slice(start, rawWidth), scale, offset);
        }
    }

    /// <summary>16 pixels, by vectors; without fused multiply-add hardware this is slow.</summary>
    internal static void Store(Vector128<byte> pixels, Span<float> floats, float scale, float offset)
    {
        Span<Vector128<float>> vectors = MemoryMarshal.Cast<float, Vector128<float>>(floats);
        (vectors[0], vectors[1], vectors[2], vectors[3]) = ToFloats(pixels, scale, offset);
    }

    /// <summary>16 pixels by fours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector128<float> First, Vector128<float> Second, Vector128<float> Third, Vector128<float> Fourth) ToFloats(
        Vector128<byte> pixels, float scale, float offset)
    {
        (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(pixels);
        return (
            ToFloats(Vector128.WidenLower(lower), scale, offset), ToFloats(Vector128.WidenUpper(lower), scale, offset),
            ToFloats(Vector128.WidenLower(upper), scale, offset), ToFloats(Vector128.WidenUpper(upper), scale, offset));
    }

    private static void Convert(ReadOnlySpan<byte> pixels, Span<float> floats, float scale, float offset)
    {
        if (pixels.Length < VectorLength || !(Fma.IsSupported || AdvSimd.IsSupported))
        {
            for (int i = 0; i < pixels.Length; i++)
                floats[i] = Fused.MultiplyAdd(pixels[i], scale, offset);
            return;
        }

        for (int tile = 0; tile < pixels.Length; tile += VectorLength)
        {
            // The last whole tile overlaps the one before it and writes the same values once more.
            int start = Math.Min(tile, pixels.Length - VectorLength);
            Store(Vector128.Create(pixels.Slice(start, VectorLength)), floats.Slice(start, VectorLength), scale, offset);
        }
    }

    private static Vector128<float> ToFloats(Vector128<uint> pixels, float scale, float offset) => Vector128.FusedMultiplyAdd(
        Vector128.ConvertToSingle(pixels.AsInt32()), Vector128.Create(scale), Vector128.Create(offset));
}
