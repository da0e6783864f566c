using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LeNetGen.Execution;

/// <summary>Rearranges activations and weights for the generated kernels; nothing is computed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BlockLayout
{
    /// <summary>A block, or a slice of it, from lane-minor to image by image.</summary>
    /// <param name="source">[elements, lanes] the block.</param>
    /// <param name="target">[lanes, elements] receives the images.</param>
    /// <param name="elements">Elements of an image.</param>
    /// <param name="lanes">The number of images: 16, 8, 4 or 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToImageMajor(ref float source, ref float target, int elements, int lanes)
    {
        int whole = lanes >= 4 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported) ? elements / 4 * 4 : 0;
        for (nint element = 0; element < whole; element += 4)
        {
            for (nint lane = 0; lane < lanes; lane += 4)
            {
                ref float corner = ref Unsafe.Add(ref source, element * lanes + lane);
                Transpose4x4(
                    Vector128.LoadUnsafe(ref corner), Vector128.LoadUnsafe(ref corner, (nuint)lanes),
                    Vector128.LoadUnsafe(ref corner, 2 * (nuint)lanes), Vector128.LoadUnsafe(ref corner, 3 * (nuint)lanes),
                    ref Unsafe.Add(ref target, lane * elements + element), elements);
            }
        }

        for (nint element = whole; element < elements; element++)
        {
            for (nint lane = 0; lane < lanes; lane++)
                Unsafe.Add(ref target, lane * elements + element) = Unsafe.Add(ref source, element * lanes + lane);
        }
    }

    /// <summary>Some images from one lane-minor buffer to another.</summary>
    /// <param name="source">[elements, sourceStride] their lanes come first in each element.</param>
    /// <param name="target">[elements, targetStride] receives them as the first lanes; the others are left alone.</param>
    /// <param name="elements">Elements of an image.</param>
    /// <param name="lanes">The number of images: 16, 8, 4 or 1.</param>
    /// <param name="sourceStride">Floats from an element to the next.</param>
    /// <param name="targetStride">The same of the target.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyLanes(ref float source, ref float target, int elements, int lanes, int sourceStride, int targetStride)
    {
        for (nint element = 0; element < elements; element++)
        {
            ref float from = ref Unsafe.Add(ref source, element * sourceStride);
            ref float to = ref Unsafe.Add(ref target, element * targetStride);
            if (lanes == 1)
                to = from;
            for (nint lane = 0; lane + 4 <= lanes; lane += 4)
                Vector128.LoadUnsafe(ref Unsafe.Add(ref from, lane)).StoreUnsafe(ref Unsafe.Add(ref to, lane));
        }
    }

    /// <summary>Elements of 4 images, each of which lies in one piece, to lanes that are neighbours.</summary>
    /// <param name="values">The images' elements.</param>
    /// <param name="starts">[4] where in them each image's elements start.</param>
    /// <param name="elements">Elements of an image.</param>
    /// <param name="target">[elements, stride] receives them as the first lanes; the others are left alone.</param>
    /// <param name="stride">Floats from an element to the next.</param>
    /// <returns>How many elements of each image have been moved: all but the last of those that do not fill a vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int ToLaneMinor(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, int elements, Span<float> target, int stride)
    {
        if (!Sse.IsSupported && !AdvSimd.Arm64.IsSupported)
            return 0;
        int whole = elements / 4 * 4;
        ref float image0 = ref MemoryMarshal.GetReference(values.Slice(starts[0], whole));
        ref float image1 = ref MemoryMarshal.GetReference(values.Slice(starts[1], whole));
        ref float image2 = ref MemoryMarshal.GetReference(values.Slice(starts[2], whole));
        ref float image3 = ref MemoryMarshal.GetReference(values.Slice(starts[3], whole));
        for (nuint element = 0; element < (nuint)whole; element += 4)
        {
            Transpose4x4(
                Vector128.LoadUnsafe(ref image0, element), Vector128.LoadUnsafe(ref image1, element),
                Vector128.LoadUnsafe(ref image2, element), Vector128.LoadUnsafe(ref image3, element),
                ref MemoryMarshal.GetReference(target.Slice((int)element * stride, 3 * stride + 4)), stride);
        }

        return whole;
    }

    /// <summary>Rows of an image cut into phases: the columns that are so many apart, side by side.</summary>
    /// <param name="source">[rows, columns] the rows.</param>
    /// <param name="target">
    /// [rows, phases, phaseLength] receives them, column <c>c</c> at <c>c / phases</c> of phase <c>c % phases</c>; what lies behind the last
    /// column of a phase is left alone.
    /// </param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">Columns of a row.</param>
    /// <param name="phases">The number of phases.</param>
    /// <param name="phaseLength">Floats from a phase to the next, at least <c>columns / phases</c> rounded up.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToPhases(ref float source, ref float target, int rows, int columns, int phases, int phaseLength)
    {
        // Vectors of 4 columns of each phase; most often it is every second column that a window starts at.
        int whole = phases <= 2 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported) ? columns / (4 * phases) * (4 * phases) : 0;
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref source, row * columns);
            ref float to = ref Unsafe.Add(ref target, row * phases * phaseLength);
            for (nint column = 0; column < whole; column += 4 * phases)
            {
                Vector128<float> first = Vector128.LoadUnsafe(ref from, (nuint)column);
                if (phases == 1)
                {
                    first.StoreUnsafe(ref to, (nuint)column);
                    continue;
                }

                Vector128<float> second = Vector128.LoadUnsafe(ref from, (nuint)column + 4);
                (Vector128<float> even, Vector128<float> odd) = Sse.IsSupported
                    ? (Sse.Shuffle(first, second, 0b10_00_10_00), Sse.Shuffle(first, second, 0b11_01_11_01))
                    : (AdvSimd.Arm64.UnzipEven(first, second), AdvSimd.Arm64.UnzipOdd(first, second));
                even.StoreUnsafe(ref to, (nuint)column / 2);
                odd.StoreUnsafe(ref to, (nuint)(column / 2 + phaseLength));
            }

            for (nint phase = 0; phase < phases; phase++)
            {
                ref float next = ref Unsafe.Add(ref to, phase * phaseLength + whole / phases);
                for (nint column = whole + phase; column < columns; column += phases)
                {
                    next = Unsafe.Add(ref from, column);
                    next = ref Unsafe.Add(ref next, 1);
                }
            }
        }
    }

    /// <summary>One image's activations from pixel by pixel to channel by channel.</summary>
    /// <param name="source">[pixels, pixelStride] the activations; the last <c>pixelStride - channels</c> of a pixel are padding.</param>
    /// <param name="target">[channels, pixels] receives them.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="pixelStride">Floats from a pixel to the next.</param>
    public static void ToPlanar(ref float source, ref float target, int channels, int pixels, int pixelStride)
    {
        for (nint channel = 0; channel < channels; channel++)
        {
            for (nint pixel = 0; pixel < pixels; pixel++)
                Unsafe.Add(ref target, channel * pixels + pixel) = Unsafe.Add(ref source, pixel * pixelStride + channel);
        }
    }

    /// <summary>A matrix to its transpose, whose rows may be longer than they are full.</summary>
    /// <param name="source">[rows, columns] the matrix.</param>
    /// <param name="target">[columns, rowLength] receives the transpose; what lies beyond <c>rows</c> in a row is left alone.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="rowLength">Floats from a row of the target to the next.</param>
    public static void Transpose(ref float source, ref float target, int rows, int columns, int rowLength)
    {
        for (nint row = 0; row < rows; row++)
        {
            for (nint column = 0; column < columns; column++)
                Unsafe.Add(ref target, column * rowLength + row) = Unsafe.Add(ref source, row * columns + column);
        }
    }

    /// <summary>The kernels of a convolution of which not every filter reads every channel, as <see cref="Transpose"/> would put them.</summary>
    /// <param name="source">[kernels, taps] the kernels.</param>
    /// <param name="target">[channels, taps, rowLength] receives them; what is not connected is left alone.</param>
    /// <param name="kernels">The number of kernels.</param>
    /// <param name="taps">Elements of a kernel.</param>
    /// <param name="rowLength">Floats from a tap to the next.</param>
    /// <param name="places">[kernels] where the first tap of each kernel goes.</param>
    public static void TransposeKernels(
        ref float source, ref float target, int kernels, int taps, int rowLength, ReadOnlySpan<int> places)
    {
        for (int kernel = 0; kernel < kernels; kernel++)
        {
            for (nint tap = 0; tap < taps; tap++)
                Unsafe.Add(ref target, places[kernel] + tap * rowLength) = Unsafe.Add(ref source, (nint)kernel * taps + tap);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4x4(
        Vector128<float> row0, Vector128<float> row1, Vector128<float> row2, Vector128<float> row3, ref float target, nint targetStride)
    {
        (Vector128<float> low02, Vector128<float> high02) = Interleave(row0, row2);
        (Vector128<float> low13, Vector128<float> high13) = Interleave(row1, row3);
        (Vector128<float> column0, Vector128<float> column1) = Interleave(low02, low13);
        (Vector128<float> column2, Vector128<float> column3) = Interleave(high02, high13);
        column0.StoreUnsafe(ref target);
        column1.StoreUnsafe(ref Unsafe.Add(ref target, targetStride));
        column2.StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetStride));
        column3.StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Low, Vector128<float> High) Interleave(Vector128<float> even, Vector128<float> odd) => Sse.IsSupported
        ? (Sse.UnpackLow(even, odd), Sse.UnpackHigh(even, odd))
        : (AdvSimd.Arm64.ZipLow(even, odd), AdvSimd.Arm64.ZipHigh(even, odd));
}
