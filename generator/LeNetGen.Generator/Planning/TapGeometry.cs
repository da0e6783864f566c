namespace LeNetGen.Generator.Planning;

/// <summary>
/// Along one direction of an image: which source position each kernel tap of a target position reads. A convolution reads its input
/// forward; its input gradient reads the output's gradient, transposed.
/// </summary>
internal sealed record TapGeometry(int Targets, int Sources, int Kernel, int Stride, int Pad, bool Transposed)
{
    /// <summary>One position that reads one position: a dense layer seen as a convolution.</summary>
    public static TapGeometry Point { get; } = Points(1);

    /// <summary>So many positions, each of which reads its own.</summary>
    public static TapGeometry Points(int count) => new(count, count, 1, 1, 0, Transposed: false);

    /// <summary>One position that reads all of them, as a dense layer reads an image.</summary>
    public static TapGeometry Whole(int sources) => new(1, sources, sources, 1, 0, Transposed: false);

    /// <summary>The source that <paramref name="tap"/> of <paramref name="target"/> reads, or null where there is none.</summary>
    public int? SourceOf(int target, int tap)
    {
        int position = Transposed ? target + Pad - tap : target * Stride - Pad + tap;
        if (Transposed)
        {
            if (position < 0 || position % Stride != 0)
                return null;
            position /= Stride;
        }

        return position >= 0 && position < Sources ? position : null;
    }

    /// <summary>Whether every target has a source for this tap, so that no guard is needed.</summary>
    public bool IsAlwaysLive(int tap) => Enumerable.Range(0, Targets).All(target => SourceOf(target, tap) is not null);

    /// <summary>Whether any target has a source for this tap.</summary>
    public bool IsEverLive(int tap) => Enumerable.Range(0, Targets).Any(target => SourceOf(target, tap) is not null);
}
