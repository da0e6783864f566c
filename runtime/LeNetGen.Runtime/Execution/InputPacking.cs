using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LeNetGen.Execution;

/// <summary>
/// Turns images into what the kernels read: raw pixels into floats, padded as the network declares (docs/arithmetic.md, section 3),
/// and sixteen images, each of which lies in one piece, into a lane-minor block.
/// </summary>
internal sealed class InputPacking
{
    private const int BlockSize = NetworkKernels.BlockSize;

    private readonly InputDefinition _input;
    private readonly float _scale;
    private readonly float _offset;
    private readonly float[] _values = new float[256];    // of each raw pixel

    // A run is a piece of the raw image that stays in one piece: a row between two paddings, or all of an image without padding.
    private readonly int _runs;
    private readonly int _runLength;
    private readonly bool _vectors;

    public InputPacking(InputDefinition input)
    {
        (_input, _scale, _offset) = (input, input.Scale, input.Offset);
        for (int pixel = 0; pixel < _values.Length; pixel++)
            _values[pixel] = MathF.FusedMultiplyAdd(pixel, input.Scale, input.Offset);
        (InputLength, RawLength) = (input.Shape.Length, input.RawShape.Length);
        (_runs, _runLength) = input.Pad == 0 ? (1, RawLength) : (input.Shape.Channels * input.RawShape.Height, input.RawShape.Width);
        // Without fused multiply-add hardware the table is faster.
        _vectors = _runLength >= Vector128<byte>.Count && (Fma.IsSupported || AdvSimd.IsSupported);
    }

    /// <summary>Floats of an image that the network reads.</summary>
    public int InputLength { get; }

    /// <summary>Bytes of a raw image.</summary>
    public int RawLength { get; }

    /// <summary>Converts and pads one raw image.</summary>
    /// <param name="raw">[RawLength] the pixels, (channel, row, column).</param>
    /// <param name="image">[InputLength] receives the network's input.</param>
    public void Convert(ReadOnlySpan<byte> raw, Span<float> image)
    {
        if (_input.Pad > 0)
            image.Fill(_values[0]);
        for (int run = 0; run < _runs; run++)
        {
            ReadOnlySpan<byte> pixels = raw.Slice(run * _runLength, _runLength);
            Span<float> floats = image.Slice(InputElement(run), _runLength);
            if (_vectors)
            {
                for (int tile = 0; tile < _runLength; tile += BlockSize)
                {
                    int start = Math.Min(tile, _runLength - BlockSize);
                    StoreFloats(Vector128.Create(pixels.Slice(start, BlockSize)), floats.Slice(start, BlockSize));
                }
            }
            else
            {
                for (int i = 0; i < pixels.Length; i++)
                    floats[i] = _values[pixels[i]];
            }
        }
    }

    /// <summary>Makes a block of up to 16 raw images; the absent lanes become images of zeros.</summary>
    /// <param name="pixels">The pixels of many images, those of each in one piece.</param>
    /// <param name="starts">[images] where in them the block's images start.</param>
    /// <param name="block">[InputLength, 16] receives the network's input.</param>
    public void Pack(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, Span<float> block)
    {
        if (_input.Pad > 0)
            block.Fill(_values[0]);
        for (int run = 0; run < _runs; run++)
        {
            Span<float> floats = block.Slice(InputElement(run) * BlockSize, _runLength * BlockSize);
            for (int tile = 0; tile < _runLength; tile += BlockSize)
            {
                // The last whole tile overlaps the one before it and writes the same values once more.
                int start = _vectors ? Math.Min(tile, _runLength - BlockSize) : tile;
                ReadOnlySpan<byte> fromTile = pixels[(run * _runLength + start)..];
                if (_vectors)
                    PackTile(fromTile, starts, floats.Slice(start * BlockSize, BlockSize * BlockSize));
                else
                    PackPiece(fromTile, starts, floats[(start * BlockSize)..]);
            }
        }

        ClearAbsentLanes(block, starts.Length);
    }

    /// <summary>Makes a block of up to 16 images that are the network's input already; the absent lanes become images of zeros.</summary>
    /// <param name="values">The elements of many images, those of each in one piece.</param>
    /// <param name="starts">[images] where in them the block's images start.</param>
    /// <param name="block">[InputLength, 16] receives the network's input.</param>
    public void Pack(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, Span<float> block)
    {
        // In tiles of 16 elements, which are one cache line of each image: whole images, 4 KB apart, would evict each other.
        for (int tile = 0; tile < InputLength; tile += BlockSize)
        {
            int length = Math.Min(BlockSize, InputLength - tile);
            Span<float> destination = block.Slice(tile * BlockSize, length * BlockSize);
            int whole = starts.Length == BlockSize ? BlockLayout.ToLaneMinor(values[tile..], starts, destination) : 0;
            for (int lane = 0; lane < starts.Length; lane++)
            {
                ReadOnlySpan<float> elements = values.Slice(starts[lane] + tile, length);
                for (int i = whole; i < elements.Length; i++)
                    destination[i * BlockSize + lane] = elements[i];
            }
        }

        ClearAbsentLanes(block, starts.Length);
    }

    // The element of the network's input at which a run starts.
    private int InputElement(int run)
    {
        if (_input.Pad == 0)
            return 0;
        (int channel, int row) = Math.DivRem(run, _input.RawShape.Height);
        return (channel * _input.Shape.Height + row + _input.Pad) * _input.Shape.Width + _input.Pad;
    }

    // 16 pixels of each image: a transposition of bytes, then a conversion.
    private void PackTile(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, Span<float> tile)
    {
        Span<Vector128<byte>> images = stackalloc Vector128<byte>[BlockSize];
        images.Clear();
        for (int lane = 0; lane < starts.Length; lane++)
            images[lane] = Vector128.Create(pixels.Slice(starts[lane], BlockSize));
        ByteTransposition.Transpose(images);
        for (int i = 0; i < BlockSize; i++)
            StoreFloats(images[i], tile.Slice(i * BlockSize, BlockSize));
    }

    private void PackPiece(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, Span<float> piece)
    {
        int length = Math.Min(BlockSize, piece.Length / BlockSize);
        for (int lane = 0; lane < starts.Length; lane++)
        for (int i = 0; i < length; i++)
            piece[i * BlockSize + lane] = _values[pixels[starts[lane] + i]];
    }

    private void StoreFloats(Vector128<byte> pixels, Span<float> floats) => PixelConversion.Store(pixels, floats, _scale, _offset);

    private static void ClearAbsentLanes(Span<float> block, int count)
    {
        if (count == BlockSize)
            return;
        for (int element = 0; element < block.Length; element += BlockSize)
            block.Slice(element + count, BlockSize - count).Clear();
    }
}
