using System.Globalization;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;

namespace LeNetGen.Generator.Golden;

/// <summary>An image and what a network makes of it, by which a program tests itself.</summary>
/// <param name="Raw">The raw pixels.</param>
/// <param name="Checksums">The checksum of every layer's output.</param>
/// <param name="Output">The bit patterns of the outputs, after a final softmax.</param>
internal sealed record GoldenImage(byte[] Raw, uint[] Checksums, uint[] Output)
{
    /// <summary>An image of a network with more multiply-adds than this would hold the compiler up.</summary>
    private const long MostMultiplyAdds = 50_000_000;

    /// <summary>The golden images of a network: two, or of a large one a single one.</summary>
    public static IReadOnlyList<GoldenImage> Of(ShapedNetwork network, FittingWeights weights, CancellationToken cancellation)
    {
        float[] parameters = new float[network.ParameterCount];
        foreach ((NeededTensor needed, WeightTensor found) in weights.Tensors)
        {
            for (int i = 0; i < needed.Length; i++)
            {
                int bits = int.Parse(found.BitsOf(i), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                parameters[needed.Offset + i] = BitConverter.Int32BitsToSingle(bits);
            }
        }

        return
        [
            .. Enumerable.Range(0, CountOf(network)).Select(number => Of(network, parameters, RawImage(network, number), cancellation)),
        ];
    }

    /// <summary>The bytes that a network's golden images take in a program.</summary>
    public static long BytesOf(ShapedNetwork network) => CountOf(network)
        * (PredictorEmitter.RawLengthOf(network) + (long)sizeof(uint) * (network.Layers.Count + network.Output.Length));

    /// <summary>
    /// FNV-1a over the bit patterns; the runtime's Checksum computes the same from where the kernels leave the values. All NaNs count as
    /// one.
    /// </summary>
    public static uint ChecksumOf(float[] values)
    {
        uint hash = 2166136261;
        foreach (float value in values)
            hash = unchecked((hash ^ BitsOf(value)) * 16777619);
        return hash;
    }

    private static int CountOf(ShapedNetwork network) => network.MultiplyAdds > MostMultiplyAdds ? 1 : 2;

    private static GoldenImage Of(ShapedNetwork network, float[] parameters, byte[] raw, CancellationToken cancellation)
    {
        float[][] outputs = ForwardPass.Of(network, parameters, Input(network, raw), cancellation);
        float[] last = outputs[outputs.Length - 1];
        bool endsInSoftmax = network.Layers[network.Layers.Count - 1].Activation.Kind == Activation.Softmax;
        return new GoldenImage(
            raw, [.. outputs.Select(ChecksumOf)], [.. (endsInSoftmax ? ForwardPass.Softmax(last) : last).Select(BitsOf)]);
    }

    /// <summary>Pixels of every kind: in the first image any, in the second mostly black, as in the pictures that are recognised.</summary>
    private static byte[] RawImage(ShapedNetwork network, int number)
    {
        byte[] raw = new byte[PredictorEmitter.RawLengthOf(network)];
        uint state = 2463534242;
        for (int i = 0; i < raw.Length; i++)
        {
            // Marsaglia, "Xorshift RNGs", 2003.
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            bool isBlack = number > 0 && (state & 0x300) != 0;
            raw[i] = isBlack ? (byte)0 : (byte)(state >> 24);
        }

        return raw;
    }

    /// <summary>Section 3: the raw pixels scaled and padded.</summary>
    private static float[] Input(ShapedNetwork network, byte[] raw)
    {
        InputDeclaration input = network.Input;
        var image = new float[network.InputShape.Length];
        int next = 0, place = 0;
        for (int channel = 0; channel < input.Channels; channel++)
        for (int row = 0; row < input.Height; row++)
        for (int column = 0; column < input.Width; column++)
        {
            bool isPadding = row < input.Pad || row >= input.Height - input.Pad || column < input.Pad || column >= input.Width - input.Pad;
            image[place++] = Fused.MultiplyAdd(isPadding ? 0 : raw[next++], input.Scale, input.Offset);
        }

        return image;
    }

    private static uint BitsOf(float value) => float.IsNaN(value) ? 0x7FC00000 : (uint)BitConverter.SingleToInt32Bits(value);
}
