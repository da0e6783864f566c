namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>The windows along one axis of an image, rows or columns.</summary>
/// <param name="Input">Pixels of the input.</param>
/// <param name="Padding">How padding is declared.</param>
/// <param name="Window">Pixels of a window.</param>
/// <param name="Stride">Pixels from one window to the next.</param>
/// <param name="PadBefore">Declared pixels of padding before the first pixel.</param>
/// <param name="PadAfter">Declared pixels of padding behind the last pixel.</param>
internal sealed record DrawnAxis(int Input, PaddingForm Padding, int Window, int Stride, int PadBefore, int PadAfter)
{
    private const int MostPad = 4;

    /// <summary>The number of windows.</summary>
    public int Output => Padding == PaddingForm.Same
        ? (Input + Stride - 1) / Stride
        : (PadBefore + Input + PadAfter - Window) / Stride + 1;

    /// <summary>Draws windows of one pixel, of the whole axis, larger than it where padding allows it; strides of any size.</summary>
    /// <param name="random">Where from.</param>
    /// <param name="input">Pixels of the input.</param>
    /// <param name="padding">How padding is declared.</param>
    /// <param name="isPooling">Whether it is a pooling, none of whose windows may lie in the padding.</param>
    public static DrawnAxis Draw(Random random, int input, PaddingForm padding, bool isPooling)
    {
        int window = isPooling
            ? EdgeSizes.Pick(random, 1, 2, 2, 2, 3, 3, 4, input)
            : EdgeSizes.Pick(random, 1, 2, 3, 3, 3, 5, 5, 7, 9, input, input + 1, random.Next(1, input + 1));
        if (padding == PaddingForm.None)
            window = Math.Min(window, input);
        int mostPad = padding != PaddingForm.Pixels ? 0 : isPooling ? Math.Min(window - 1, MostPad) : MostPad;
        (int before, int after) = (random.Next(mostPad + 1), random.Next(mostPad + 1));
        if (padding == PaddingForm.Pixels && window > before + input + after)
            return Draw(random, input, padding, isPooling);

        int stride = isPooling
            ? EdgeSizes.Pick(random, window, window, window, 1, 2, 3, window + 1)
            : EdgeSizes.Pick(random, 1, 1, 1, 1, 1, 2, 2, 3, window, window + 1);
        return new DrawnAxis(input, padding, window, stride, before, after);
    }
}
