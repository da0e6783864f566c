using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LeNetGen.Arithmetic;

namespace LeNetGen.Execution;

/// <summary>Dropout of a block of images in training, for generated code; docs/arithmetic.md, sections 4 and 9.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutMask
{
    private const int Lanes = NetworkKernels.BlockSize;

    /// <summary>Draws a mask and multiplies by it.</summary>
    /// <param name="x">[elements, 16] the block.</param>
    /// <param name="mask">[elements, 16] receives the factors: 0, or <c>1 / (1 - rate)</c>.</param>
    /// <param name="y">[elements, 16] receives the products.</param>
    /// <param name="elements">Elements of an image.</param>
    /// <param name="rate">The probability of the factor 0, from 0 to below 1.</param>
    /// <param name="layer">The layer's index in the network.</param>
    /// <param name="key">The training's seed and step, and the block's place in the batch.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(ref float x, ref float mask, ref float y, int elements, double rate, int layer, DropoutKey key)
    {
        // u >= rate, u being a number of 24 bits, as a comparison of integers.
        Vector256<int> threshold = Vector256.Create((int)Math.Ceiling(rate * (1 << 24)));
        Vector256<float> scale = Vector256.Create((float)(1 / (1 - rate)));
        (uint seed, uint step, uint image) = unchecked(((uint)key.Seed, (uint)key.Step, (uint)key.FirstImage));
        for (nint element = 0; element < elements; element += 4)
        {
            for (nint lane = 0; lane < Lanes; lane += Vector256<float>.Count)
            {
                // The four words of a draw are those of four neighbouring elements of an image.
                var words = Philox.DrawEight(
                    seed, step, (uint)(element / 4), unchecked(image + (uint)lane), (uint)RandomPurpose.Dropout, (uint)layer);
                nint at = element * Lanes + lane;
                Multiply(words.Word0, threshold, scale, ref x, ref mask, ref y, at);
                if (element + 1 < elements)
                    Multiply(words.Word1, threshold, scale, ref x, ref mask, ref y, at + Lanes);
                if (element + 2 < elements)
                    Multiply(words.Word2, threshold, scale, ref x, ref mask, ref y, at + 2 * Lanes);
                if (element + 3 < elements)
                    Multiply(words.Word3, threshold, scale, ref x, ref mask, ref y, at + 3 * Lanes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(
        Vector256<uint> words, Vector256<int> threshold, Vector256<float> scale, ref float x, ref float mask, ref float y, nint at)
    {
        Vector256<float> kept = Vector256.GreaterThanOrEqual((words >> 8).AsInt32(), threshold).AsSingle();
        Vector256<float> factors = kept & scale;
        factors.StoreUnsafe(ref Unsafe.Add(ref mask, at));
        (Vector256.LoadUnsafe(ref Unsafe.Add(ref x, at)) * factors).StoreUnsafe(ref Unsafe.Add(ref y, at));
    }
}
