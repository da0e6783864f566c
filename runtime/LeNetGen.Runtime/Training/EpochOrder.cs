using LeNetGen.Arithmetic;

namespace LeNetGen.Training;

/// <summary>The order in which an epoch takes the training images (docs/arithmetic.md, section 9).</summary>
internal static class EpochOrder
{
    /// <summary>Writes the order of one epoch, which depends on nothing but the arguments.</summary>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="order">[images] receives each index once.</param>
    public static void Shuffle(int seed, int epoch, Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        var random = new RandomStream(seed, epoch, RandomPurpose.Shuffle);
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = random.Below((ulong)last, last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
    }
}
