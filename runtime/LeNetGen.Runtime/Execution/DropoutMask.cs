using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LeNetGen.Arithmetic;

namespace LeNetGen.Execution;

/// <summary>Dropout of a block of images in training, for generated code; docs/arithmetic.md, sections 4 and 9.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutMask
{
    /// <summary>Draws a mask and multiplies by it.</summary>
    /// <param name="x">[elements, lanes] the block, or a slice of it.</param>
    /// <param name="mask">[elements, lanes] receives the factors: 0, or <c>1 / (1 - rate)</c>.</param>
    /// <param name="y">[elements, lanes] receives the products.</param>
    /// <param name="elements">Elements of an image.</param>
    /// <param name="lanes">The number of images: 16, 8, 4 or 1.</param>
    /// <param name="rate">The probability of the factor 0, from 0 to below 1.</param>
    /// <param name="layer">The layer's index in the network.</param>
    /// <param name="key">The training's seed and step, and the place of the first image in the batch.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(ref float x, ref float mask, ref float y, int elements, int lanes, double rate, int layer, DropoutKey key)
    {
        // u >= rate, u being a number of 24 bits, as a comparison of integers.
        int threshold = (int)Math.Ceiling(rate * (1 << 24));
        float scale = (float)(1 / (1 - rate));
        Vector256<int> thresholds = Vector256.Create(threshold);
        Vector256<float> scales = Vector256.Create(scale);
        (uint seed, uint step, uint image) = unchecked(((uint)key.Seed, (uint)key.Step, (uint)key.FirstImage));
        Span<uint> few = stackalloc uint[4];
        for (nint element = 0; element < elements; element += 4)
        {
            // The four words of a draw are those of four neighbouring elements of an image.
            nint live = Math.Min(elements - element, 4);
            nint lane = 0;
            for (; lane + Vector256<float>.Count <= lanes; lane += Vector256<float>.Count)
            {
                var words = Philox.DrawEight(
                    seed, step, (uint)(element / 4), unchecked(image + (uint)lane), (uint)RandomPurpose.Dropout, (uint)layer);
                nint at = element * lanes + lane;
                Multiply(words.Word0, thresholds, scales, ref x, ref mask, ref y, at);
                if (live > 1)
                    Multiply(words.Word1, thresholds, scales, ref x, ref mask, ref y, at + lanes);
                if (live > 2)
                    Multiply(words.Word2, thresholds, scales, ref x, ref mask, ref y, at + 2 * lanes);
                if (live > 3)
                    Multiply(words.Word3, thresholds, scales, ref x, ref mask, ref y, at + 3 * lanes);
            }

            for (; lane < lanes; lane++)
            {
                (few[0], few[1], few[2], few[3]) = Philox.Draw(
                    seed, step, (uint)(element / 4), unchecked(image + (uint)lane), (uint)RandomPurpose.Dropout, (uint)layer);
                for (nint next = 0; next < live; next++)
                {
                    nint at = (element + next) * lanes + lane;
                    float factor = (int)(few[(int)next] >> 8) >= threshold ? scale : 0;
                    Unsafe.Add(ref mask, at) = factor;
                    Unsafe.Add(ref y, at) = Unsafe.Add(ref x, at) * factor;
                }
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
