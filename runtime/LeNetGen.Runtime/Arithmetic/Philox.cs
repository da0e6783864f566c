namespace LeNetGen.Arithmetic;

/// <summary>
/// The counter-based random number generator Philox4x32-10 (Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011): a bijection of 128-bit counters, chosen by a 64-bit key. It has no state, so a draw depends on what it is for, not on when
/// it is made. How LeNetGen uses key and counter stands in docs/arithmetic.md, section 9.
/// </summary>
public static partial class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    // The Weyl sequences of the golden ratio and of the square root of three.
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>The four random words of one counter under one key.</summary>
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Draw(
        uint key0, uint key1, uint counter0, uint counter1, uint counter2, uint counter3)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * counter0;
            ulong product1 = (ulong)Multiplier1 * counter2;
            (counter0, counter1, counter2, counter3) = (
                (uint)(product1 >> 32) ^ counter1 ^ key0,
                (uint)product1,
                (uint)(product0 >> 32) ^ counter3 ^ key1,
                (uint)product0);
            unchecked
            {
                key0 += KeyStep0;
                key1 += KeyStep1;
            }
        }

        return (counter0, counter1, counter2, counter3);
    }
}
