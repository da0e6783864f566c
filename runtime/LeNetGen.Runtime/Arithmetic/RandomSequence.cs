namespace LeNetGen.Arithmetic;

/// <summary>A <see cref="RandomStream"/> read from its start, one number after the other.</summary>
internal struct RandomSequence(RandomStream stream)
{
    private ulong _index;

    /// <summary>Uniform in [<paramref name="least"/>, <paramref name="bound"/>).</summary>
    public double Between(double least, double bound) => least + (bound - least) * stream.Uniform(_index++);

    /// <summary>Between -1 and 1, small values likelier than large ones: the sum of two uniform numbers, centred.</summary>
    public double Around0() => Between(0, 1) + Between(-1, 0);

    /// <summary>An integer in [0, <paramref name="bound"/>).</summary>
    public int Below(int bound) => stream.Below(_index++, bound);
}
