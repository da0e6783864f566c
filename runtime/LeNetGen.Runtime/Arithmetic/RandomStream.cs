namespace LeNetGen.Arithmetic;

/// <summary>
/// The random numbers of one seed, stream and purpose, each found by its index: any of them, in any order, on any thread
/// (docs/arithmetic.md, section 9).
/// </summary>
/// <param name="seed">The seed that the user gave.</param>
/// <param name="stream">Which of the purpose's sequences: a tensor, an epoch, an image.</param>
/// <param name="purpose">What the numbers are for.</param>
public readonly struct RandomStream(int seed, int stream, RandomPurpose purpose)
{
    private readonly uint _seed = unchecked((uint)seed);
    private readonly uint _stream = unchecked((uint)stream);
    private readonly uint _purpose = (uint)purpose;

    /// <summary>32 random bits: the first of the four words that <see cref="Words"/> gives.</summary>
    public uint Bits(ulong index) => Words(index).Word0;

    /// <summary>The four random words of one index.</summary>
    public (uint Word0, uint Word1, uint Word2, uint Word3) Words(ulong index) =>
        Philox.Draw(_seed, _stream, (uint)index, (uint)(index >> 32), _purpose, 0);

    /// <summary>Uniform in [0, 1), with 24 bits; a float holds it exactly.</summary>
    public double Uniform(ulong index) => Uniform(Bits(index));

    /// <summary>As <see cref="Uniform(ulong)"/>, the same number as a float.</summary>
    public float UniformSingle(ulong index) => (float)Uniform(index);

    /// <summary>
    /// The standard normal distribution cut at -2 and 2, by rejection: attempt <c>j</c> draws <c>x</c> uniform in [-2, 2) and accepts it if
    /// a second uniform number is below <c>exp(-x * x / 2)</c>, as three in five are. It needs no function but our own exponential, so that
    /// it is the same on every machine.
    /// </summary>
    /// <param name="index">The low half of the draws' index; the attempt is the high half.</param>
    public float TruncatedNormal(uint index)
    {
        for (ulong attempt = 0; ; attempt++)
        {
            (uint position, uint height, _, _) = Words(attempt << 32 | index);
            float x = (float)(4 * Uniform(position) - 2);
            if (Uniform(height) < Elementary.Exp(-0.5f * (x * x)))
                return x;
        }
    }

    /// <summary>
    /// An integer in [0, <paramref name="bound"/>): the high word of bits times bound. No bit of it is rejected, so each value's
    /// probability is off by at most 2^-32.
    /// </summary>
    public int Below(ulong index, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)((ulong)Bits(index) * (ulong)bound >> 32);
    }

    /// <summary>Uniform in [0, 1), from the upper 24 of 32 random bits.</summary>
    public static double Uniform(uint bits) => (bits >> 8) * (1.0 / (1 << 24));
}
