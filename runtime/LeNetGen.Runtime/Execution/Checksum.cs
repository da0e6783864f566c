using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LeNetGen.Execution;

/// <summary>Bit patterns in short, by which a program that holds a network compares what it computes with what it should.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checksum
{
    private const uint QuietNaN = 0x7FC00000;

    /// <summary>
    /// FNV-1a (Fowler, Noll and Vo) over the bit patterns of one image's activations, channel by channel, however they lie in memory; all
    /// NaNs count as one.
    /// </summary>
    /// <param name="activations">The first element.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="pixels">The number of a channel's pixels.</param>
    /// <param name="channelStride">Floats from a channel to the next.</param>
    /// <param name="pixelStride">Floats from a pixel to the next.</param>
    public static uint Of(ref float activations, int channels, int pixels, int channelStride, int pixelStride)
    {
        uint hash = 2166136261;
        for (nint channel = 0; channel < channels; channel++)
        {
            for (nint pixel = 0; pixel < pixels; pixel++)
                hash = unchecked((hash ^ BitsOf(Unsafe.Add(ref activations, channel * channelStride + pixel * pixelStride))) * 16777619);
        }

        return hash;
    }

    /// <summary>Whether floats have these bit patterns.</summary>
    /// <param name="values">The floats.</param>
    /// <param name="bits">As many bit patterns.</param>
    public static bool AreBits(ReadOnlySpan<float> values, ReadOnlySpan<uint> bits)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (BitsOf(values[i]) != bits[i])
                return false;
        }

        return true;
    }

    private static uint BitsOf(float value) => float.IsNaN(value) ? QuietNaN : BitConverter.SingleToUInt32Bits(value);
}
