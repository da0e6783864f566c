using LeNetGen.Arithmetic;

namespace LeNetGen.Data.Synthetic;

/// <summary>Draws one synthetic digit. Only + - * / and square roots, in double: the same bytes on every machine.</summary>
internal static class SyntheticDigit
{
    private const double LeastRadius = 0.8, MostRadius = 1.8;
    private const double LeastSoftness = 0.9, MostSoftness = 1.8;
    private const double MostPressure = 0.35;
    private const double LeastInk = 0.75, MostInk = 1.0;
    private const double MostPaper = 0.08;
    private const double LeastRoughness = 0.02, MostRoughness = 0.12;

    // Units of a drawing from one point of the flattened curve to the next: about 1.3 pixels.
    private const double StepLength = 10;

    /// <summary>Draws a digit.</summary>
    /// <param name="seed">The seed of the set.</param>
    /// <param name="image">Which image of the set.</param>
    /// <param name="size">The width and height of the image.</param>
    /// <param name="pixels">[size, size] receives the image.</param>
    /// <returns>The digit.</returns>
    public static byte Draw(int seed, int image, int size, Span<byte> pixels)
    {
        var random = new RandomSequence(new RandomStream(seed, image, RandomPurpose.SyntheticDigit));
        int digit = random.Below(DigitDrawings.ByDigit.Length);
        double[][][] hands = DigitDrawings.ByDigit[digit];
        double[][] drawing = hands[random.Below(hands.Length)];

        double radius = random.Between(LeastRadius, MostRadius);
        double softness = random.Between(LeastSoftness, MostSoftness);
        double pressure = MostPressure * random.Around0();
        double ink = random.Between(LeastInk, MostInk);
        double paper = random.Between(0, MostPaper);
        double roughness = random.Between(LeastRoughness, MostRoughness);

        Span<float> coverage = stackalloc float[size * size];
        coverage.Clear();
        var canvas = new DigitCanvas(coverage, size);
        var distortion = new DigitDistortion(ref random, stackalloc double[DigitDistortion.LatticeLength], size);
        foreach (double[] stroke in drawing)
            DrawStroke(canvas, distortion, stroke, radius, pressure, softness);
        canvas.Develop(new RandomStream(seed, image, RandomPurpose.SyntheticNoise), paper, ink, roughness, pixels);
        return (byte)digit;
    }

    private static void DrawStroke(
        DigitCanvas canvas, DigitDistortion distortion, double[] stroke, double radius, double pressure, double softness)
    {
        int spans = stroke.Length / 2 - 1;
        (double X, double Y) previous = distortion.Apply(stroke[0], stroke[1]);
        for (int span = 0; span < spans; span++)
        {
            (double x0, double y0) = Point(stroke, span);
            (double x1, double y1) = Point(stroke, span + 1);
            double chord = Math.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
            int steps = (int)Math.Ceiling(chord / StepLength);
            for (int step = 1; step <= steps; step++)
            {
                double t = (double)step / steps;
                (double x, double y) = CatmullRom(stroke, span, t);
                (double X, double Y) next = distortion.Apply(x, y);

                // The pen is pressed harder towards one end of the stroke.
                double along = (span + t) / spans * 2 - 1;
                canvas.DrawSegment(previous, next, radius * (1 + pressure * along), softness);
                previous = next;
            }
        }
    }

    // Catmull and Rom's cubic through the span's ends, with half the chord between the neighbours as the slope at each
    // ("A class of local interpolating splines", 1974).
    private static (double X, double Y) CatmullRom(double[] stroke, int span, double t)
    {
        (double x0, double y0) = Point(stroke, span - 1);
        (double x1, double y1) = Point(stroke, span);
        (double x2, double y2) = Point(stroke, span + 1);
        (double x3, double y3) = Point(stroke, span + 2);
        return (Cubic(x0, x1, x2, x3, t), Cubic(y0, y1, y2, y3, t));
    }

    private static double Cubic(double before, double start, double end, double after, double t) =>
        start + t / 2 * (end - before
            + t * (2 * before - 5 * start + 4 * end - after
            + t * (3 * (start - end) + after - before)));

    // A point of a stroke; beyond the ends, that of the closed curve, or the end's neighbour reflected in the end.
    private static (double X, double Y) Point(double[] stroke, int index)
    {
        int last = stroke.Length / 2 - 1;
        bool closed = stroke[0] == stroke[^2] && stroke[1] == stroke[^1];
        if (index >= 0 && index <= last)
            return (stroke[2 * index], stroke[2 * index + 1]);
        if (closed)
            return Point(stroke, index < 0 ? index + last : index - last);
        int end = index < 0 ? 0 : last, neighbour = index < 0 ? 1 : last - 1;
        return (2 * stroke[2 * end] - stroke[2 * neighbour], 2 * stroke[2 * end + 1] - stroke[2 * neighbour + 1]);
    }
}
