using System.Reflection;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>
/// RyuJIT compiles without optimising, and says nothing, whatever is larger than its limits (DEFAULT_MIN_OPTS_* in its sources), and it
/// stops inlining at 512 locals. A kernel that reached one would be many times slower, and no other test would notice.
/// </summary>
public sealed class OptimizerLimitsTests
{
    private const int Bytes = 60_000;
    private const int Instructions = 20_000;
    private const int BasicBlocks = 2_000;
    private const int LocalReferences = 8_000;

    // Below the 2,000 locals at which optimising stops.
    private const int InlinedLocals = 512;

    /// <summary>The kernels classes of all networks.</summary>
    public static TheoryData<string> KernelClasses
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (Type kernels in GeneratedClasses.Networks.SelectMany(GeneratedClasses.KernelsOf))
                data.Add(kernels.FullName!);
            return data;
        }
    }

    [Theory, MemberData(nameof(KernelClasses))]
    public void Kernels_EveryMethod_StaysBelowTheOptimizersLimits(string kernels)
    {
        Type type = GeneratedClasses.Networks.SelectMany(GeneratedClasses.KernelsOf).Single(type => type.FullName == kernels);
        MethodBase[] methods = [.. GeneratedClasses.MethodsOf(type)];
        Assert.NotEmpty(methods);

        Assert.Empty(methods.SelectMany(Excesses));
    }

    [Fact]
    public void Networks_All_HaveKernelsAtEveryWidth() =>
        Assert.All(GeneratedClasses.Networks, network => Assert.Equal(4, GeneratedClasses.KernelsOf(network).Count()));

    [Fact]
    public void MethodIl_KnownMethod_IsCounted()
    {
        var il = new MethodIl(((Func<int, int, int>)Counted).Method);

        Assert.Equal(il.Bytes, il.Instructions[^1].End);
        Assert.InRange(il.LocalReferences, 5, 20);
        Assert.InRange(il.BasicBlocks, 4, 7);
        Assert.NotEmpty(il.Locals);
        Assert.Contains(il.Members(), member => member.Name == nameof(Math.Max));
    }

    /// <summary>A loop around a branch.</summary>
    private static int Counted(int start, int end)
    {
        int sum = 0;
        for (int i = start; i < end; i++)
        {
            if (i % 3 != 0)
                sum += Math.Max(i, sum);
        }

        return sum;
    }

    private static IEnumerable<string> Excesses(MethodBase method)
    {
        var il = new MethodIl(method);
        (string What, int Count, int Limit)[] sizes =
        [
            ("IL bytes", il.Bytes, Bytes),
            ("IL instructions", il.Instructions.Count, Instructions),
            ("basic blocks", il.BasicBlocks, BasicBlocks),
            ("references to locals", il.LocalReferences, LocalReferences),
            ("locals", il.Locals.Count, InlinedLocals + 1),
        ];
        return sizes.Where(size => size.Count >= size.Limit)
            .Select(size => $"{method.Name} has {size.Count} {size.What}; the limit is {size.Limit}.");
    }
}
