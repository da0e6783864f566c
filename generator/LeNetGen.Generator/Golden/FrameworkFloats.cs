using System.Runtime.InteropServices;

namespace LeNetGen.Generator.Golden;

/// <summary>What the shared arithmetic asks of float and BitConverter, and netstandard2.0 lacks.</summary>
internal static class FrameworkFloats
{
    private const int SignBit = int.MinValue;

    extension(float)
    {
        public static bool IsFinite(float x) => !float.IsNaN(x) && !float.IsInfinity(x);

        public static float Abs(float x) => Math.Abs(x);

        public static float CopySign(float x, float sign) => new Overlay
        {
            Bits = (new Overlay { Value = x }.Bits & ~SignBit) | (new Overlay { Value = sign }.Bits & SignBit),
        }.Value;
    }

    extension(BitConverter)
    {
        public static int SingleToInt32Bits(float value) => new Overlay { Value = value }.Bits;

        public static float Int32BitsToSingle(int bits) => new Overlay { Bits = bits }.Value;
    }

    /// <summary>A float and its bit pattern in one place.</summary>
    [StructLayout(LayoutKind.Explicit)]
    private struct Overlay
    {
        [FieldOffset(0)]
        public float Value;

        [FieldOffset(0)]
        public int Bits;
    }
}

/// <content>The compiler may run on any processor and framework: always by double arithmetic, which gives the same.</content>
internal static partial class Fused
{
    public static float MultiplyAdd(float a, float b, float c) => WithoutHardware(a, b, c);
}
