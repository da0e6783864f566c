namespace LeNetGen.Reference;

/// <summary>
/// One axis, rows or columns, of a convolution or pooling: which taps of the window join which output pixel to which input pixel. Output
/// pixel <c>o</c> and tap <c>k</c> meet at input pixel <c>o * stride - pad + k</c>; a tap whose input pixel lies outside is dead. Every
/// pair of numbers below is a range: its first element and the one after its last.
/// </summary>
/// <param name="InputSize">Pixels of the input.</param>
/// <param name="OutputSize">Pixels of the output.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">Input pixels from one output pixel to the next.</param>
/// <param name="Pad">Pixels of padding before the input.</param>
internal readonly record struct WindowAxis(int InputSize, int OutputSize, int Kernel, int Stride, int Pad)
{
    /// <summary>The input pixel under tap 0 of an output pixel; outside the input where that tap is dead.</summary>
    public int Origin(int output) => output * Stride - Pad;

    /// <summary>The live taps of an output pixel.</summary>
    public (int First, int End) LiveTaps(int output) =>
        (Math.Max(0, -Origin(output)), Math.Min(Kernel, InputSize - Origin(output)));

    /// <summary>The input pixels under the live taps of an output pixel.</summary>
    public (int First, int End) LivePixels(int output) =>
        (Math.Max(0, Origin(output)), Math.Min(InputSize, Origin(output) + Kernel));

    /// <summary>The output pixels for which a tap is live.</summary>
    public (int First, int End) LiveOutputs(int tap) =>
        (DivideUp(Math.Max(0, Pad - tap), Stride), Math.Min(OutputSize, DivideUp(Math.Max(0, InputSize + Pad - tap), Stride)));

    /// <summary>
    /// The taps through which an input pixel reaches an output pixel, a stride apart. The output pixel of tap <c>k</c> is
    /// <see cref="OutputAt"/>.
    /// </summary>
    public (int First, int End) TapsOf(int input)
    {
        int reach = input + Pad;
        return (Math.Max(reach % Stride, reach - (OutputSize - 1) * Stride), Math.Min(Kernel, reach + 1));
    }

    /// <summary>The output pixel that an input pixel reaches through one of its <see cref="TapsOf"/>.</summary>
    public int OutputAt(int input, int tap) => (input + Pad - tap) / Stride;

    private static int DivideUp(int dividend, int divisor) => (dividend + divisor - 1) / divisor;
}
