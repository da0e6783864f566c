using LeNetGen.Arithmetic;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class EpochOrderTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(1000)]
    public void Shuffle_AnyCount_KeepsEachIndexOnce(int count)
    {
        int[] order = Shuffled(count, seed: 1, epoch: 1);
        Array.Sort(order);
        Assert.Equal(Enumerable.Range(0, count), order);
    }

    [Fact]
    public void Shuffle_SeedAndEpoch_DecideAlone()
    {
        int[] order = Shuffled(100, seed: 5, epoch: 2);
        int[] reused = Shuffled(100, seed: 5, epoch: 1);
        Assert.NotEqual(order, reused);
        EpochOrder.Shuffle(5, 2, reused);
        Assert.Equal(order, reused);
        Assert.NotEqual(order, Shuffled(100, seed: 6, epoch: 2));
    }

    [Fact]
    public void Shuffle_ThreeElements_IsFisherAndYatesFromTheLast()
    {
        // Section 9: key (seed, epoch), counter (index, 0, shuffle, 0); the index is the place that is drawn for.
        int Draw(uint index, int bound) => (int)((ulong)Philox.Draw(9, 4, index, 0, 2, 0).Word0 * (ulong)bound >> 32);
        List<int> expected = [0, 1, 2];
        int other = Draw(2, 3);
        (expected[2], expected[other]) = (expected[other], expected[2]);
        other = Draw(1, 2);
        (expected[1], expected[other]) = (expected[other], expected[1]);

        Assert.Equal(expected, Shuffled(3, seed: 9, epoch: 4));
    }

    [Fact]
    public void Shuffle_ManySeeds_PutsEachElementEverywhere()
    {
        // 6 orders of 3 elements in 6000 draws: 1000 each, with a standard deviation of 29.
        var orders = Enumerable.Range(0, 6000).GroupBy(seed => string.Join(' ', Shuffled(3, seed, epoch: 1))).ToList();
        Assert.Equal(6, orders.Count);
        Assert.All(orders, order => Assert.InRange(order.Count(), 850, 1150));
    }

    private static int[] Shuffled(int count, int seed, int epoch)
    {
        int[] order = new int[count];
        EpochOrder.Shuffle(seed, epoch, order);
        return order;
    }
}
