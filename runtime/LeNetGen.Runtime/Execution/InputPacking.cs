using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LeNetGen.Execution;

/// <summary>
/// Turns images into what the kernels read: raw pixels into floats, padded as the network declares (docs/arithmetic.md, section 3),
/// and sixteen images, each of which lies in one piece, into the lane-minor slices of a block.
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

    // Where in a workspace each lane's image starts, and how far its elements lie apart.
    private readonly int[] _places = new int[BlockSize];
    private readonly int _stride;

    public InputPacking(InputDefinition input, int sliceImages = BlockSize, int sliceLength = 0)
    {
        (_input, _scale, _offset) = (input, input.Scale, input.Offset);
        _stride = sliceImages;
        for (int lane = 0; lane < BlockSize; lane++)
            _places[lane] = lane / sliceImages * sliceLength + lane % sliceImages;
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
    /// <param name="workspace">Receives the network's input, slice by slice.</param>
    public void Pack(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, Span<float> workspace)
    {
        for (int lane = 0; lane < BlockSize && _input.Pad > 0; lane += _stride)
            workspace.Slice(_places[lane], InputLength * _stride).Fill(_values[0]);
        for (int run = 0; run < _runs; run++)
        {
            int element = InputElement(run);
            for (int tile = 0; tile < _runLength; tile += BlockSize)
            {
                // The last whole tile overlaps the one before it and writes the same values once more.
                bool whole = _vectors && _stride >= Vector128<float>.Count;
                int start = whole ? Math.Min(tile, _runLength - BlockSize) : tile;
                ReadOnlySpan<byte> fromTile = pixels[(run * _runLength + start)..];
                if (whole)
                    PackTile(fromTile, starts, workspace, element + start);
                else
                    PackPiece(fromTile, starts, workspace, element + start, Math.Min(BlockSize, _runLength - start));
            }
        }

        ClearAbsentLanes(workspace, starts.Length);
    }

    /// <summary>Makes a block of up to 16 images that are the network's input already; the absent lanes become images of zeros.</summary>
    /// <param name="values">The elements of many images, those of each in one piece.</param>
    /// <param name="starts">[images] where in them the block's images start.</param>
    /// <param name="workspace">Receives the network's input, slice by slice.</param>
    public void Pack(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, Span<float> workspace)
    {
        // In tiles of 16 elements, which are one cache line of each image: whole images, 4 KB apart, would evict each other.
        for (int tile = 0; tile < InputLength; tile += BlockSize)
        {
            int length = Math.Min(BlockSize, InputLength - tile);
            int whole = 0;
            for (int lane = 0; lane < BlockSize && starts.Length == BlockSize && _stride >= Vector128<float>.Count; lane += 4)
            {
                Span<float> target = workspace[(_places[lane] + tile * _stride)..];
                whole = BlockLayout.ToLaneMinor(values[tile..], starts.Slice(lane, 4), length, target, _stride);
            }

            for (int lane = 0; lane < starts.Length; lane++)
            {
                ReadOnlySpan<float> elements = values.Slice(starts[lane] + tile, length);
                for (int i = whole; i < elements.Length; i++)
                    workspace[_places[lane] + (tile + i) * _stride] = elements[i];
            }
        }

        ClearAbsentLanes(workspace, starts.Length);
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
    private void PackTile(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, Span<float> workspace, int element)
    {
        Span<Vector128<byte>> images = stackalloc Vector128<byte>[BlockSize];
        images.Clear();
        for (int lane = 0; lane < starts.Length; lane++)
            images[lane] = Vector128.Create(pixels.Slice(starts[lane], BlockSize));
        ByteTransposition.Transpose(images);
        ref float lanes0 = ref FourLanes(workspace, element, 0), lanes4 = ref FourLanes(workspace, element, 4);
        ref float lanes8 = ref FourLanes(workspace, element, 8), lanes12 = ref FourLanes(workspace, element, 12);
        for (int i = 0; i < BlockSize; i++)
        {
            nuint offset = (nuint)(i * _stride);
            var floats = PixelConversion.ToFloats(images[i], _scale, _offset);
            floats.First.StoreUnsafe(ref lanes0, offset);
            floats.Second.StoreUnsafe(ref lanes4, offset);
            floats.Third.StoreUnsafe(ref lanes8, offset);
            floats.Fourth.StoreUnsafe(ref lanes12, offset);
        }
    }

    private ref float FourLanes(Span<float> workspace, int element, int lane) => ref MemoryMarshal.GetReference(
        workspace.Slice(_places[lane] + element * _stride, (BlockSize - 1) * _stride + Vector128<float>.Count));

    private void PackPiece(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, Span<float> workspace, int element, int length)
    {
        for (int lane = 0; lane < starts.Length; lane++)
        for (int i = 0; i < length; i++)
            workspace[_places[lane] + (element + i) * _stride] = _values[pixels[starts[lane] + i]];
    }

    private void StoreFloats(Vector128<byte> pixels, Span<float> floats) => PixelConversion.Store(pixels, floats, _scale, _offset);

    private void ClearAbsentLanes(Span<float> workspace, int count)
    {
        for (int element = 0; element < InputLength && count < BlockSize; element++)
        for (int lane = count; lane < BlockSize; lane++)
            workspace[_places[lane] + element * _stride] = 0;
    }
}
