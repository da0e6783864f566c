using System.Reflection;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>No method of a kernel reaches a limit of the optimizer.</summary>
public sealed class OptimizerLimitsTests
{
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

        Assert.Empty(methods.SelectMany(OptimizerLimits.Excesses));
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
}
