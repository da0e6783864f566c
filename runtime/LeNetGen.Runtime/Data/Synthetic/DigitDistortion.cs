using LeNetGen.Arithmetic;

namespace LeNetGen.Data.Synthetic;

/// <summary>
/// How one image bends a drawing: a smooth random displacement of the paper, then a random affine map into the image. The
/// displacement is a uniform cubic B-spline over a lattice of random vectors (Lee, Wolberg, Shin, "Scattered data interpolation with
/// multilevel B-splines", 1997, equation 1), so points that meet still meet.
/// </summary>
internal ref struct DigitDistortion
{
    /// <summary>Numbers that the lattice of displacements needs.</summary>
    public const int LatticeLength = 2 * LatticeColumns * LatticeRows;

    private const int Cells = 3;
    private const int LatticeColumns = Cells + 3;
    private const int LatticeRows = Cells + 3;

    private const double LeastHeight = 15, MostHeight = 21;
    private const double LeastAspect = 0.8, MostAspect = 1.2;
    private const double MostShear = 0.35;
    private const double MostTangentOfHalfAngle = 0.15;
    private const double MostShift = 3.0;
    private const double MostDisplacement = 27;

    private readonly Span<double> _lattice;
    private readonly double _xx, _xy, _yx, _yy, _shiftX, _shiftY;

    /// <summary>A random distortion.</summary>
    /// <param name="random">Where its numbers come from.</param>
    /// <param name="lattice">[LatticeLength] scratch that stays in use.</param>
    /// <param name="imageSize">The width and height of the image, in pixels.</param>
    public DigitDistortion(ref RandomSequence random, Span<double> lattice, int imageSize)
    {
        _lattice = lattice;
        foreach (ref double displacement in lattice)
            displacement = MostDisplacement * random.Around0();

        double scale = random.Between(LeastHeight, MostHeight) / DigitDrawings.Height;
        double aspect = random.Between(LeastAspect, MostAspect);
        double shear = MostShear * random.Around0();

        // Sine and cosine by the tangent of the half angle: no library function whose last bits may differ between machines.
        double tangent = MostTangentOfHalfAngle * random.Around0();
        double cosine = (1 - tangent * tangent) / (1 + tangent * tangent);
        double sine = 2 * tangent / (1 + tangent * tangent);

        // Rotation * shear along x * scale.
        (_xx, _xy) = (scale * aspect * cosine, scale * (shear * cosine - sine));
        (_yx, _yy) = (scale * aspect * sine, scale * (shear * sine + cosine));
        double centre = (imageSize - 1) / 2.0;
        _shiftX = centre + MostShift * random.Around0();
        _shiftY = centre + MostShift * random.Around0();
    }

    /// <summary>Where a point of the drawing comes to lie, in pixels; pixel centres have whole numbers.</summary>
    public readonly (double X, double Y) Apply(double x, double y)
    {
        (double displacementX, double displacementY) = Displacement(x / DigitDrawings.Width, y / DigitDrawings.Height);
        x += displacementX - DigitDrawings.Width / 2;
        y += displacementY - DigitDrawings.Height / 2;
        return (_xx * x + _xy * y + _shiftX, _yx * x + _yy * y + _shiftY);
    }

    private readonly (double X, double Y) Displacement(double u, double v)
    {
        Span<double> columnWeights = stackalloc double[4], rowWeights = stackalloc double[4];
        int column = Basis(u, columnWeights), row = Basis(v, rowWeights);
        double x = 0, y = 0;
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double weight = rowWeights[i] * columnWeights[j];
                int at = 2 * ((row + i) * LatticeColumns + column + j);
                x += weight * _lattice[at];
                y += weight * _lattice[at + 1];
            }
        }

        return (x, y);
    }

    // The cell that a position in 0..1 lies in, and the weights of the four lattice lines around it.
    private static int Basis(double position, Span<double> weights)
    {
        double scaled = Math.Clamp(position, 0, 1) * Cells;
        int cell = Math.Min((int)scaled, Cells - 1);
        double t = scaled - cell, rest = 1 - t;
        weights[0] = rest * rest * rest / 6;
        weights[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        weights[2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
        weights[3] = t * t * t / 6;
        return cell;
    }
}
