using BenchmarkDotNet.Attributes;

namespace LeNetGen.Benchmarks;

/// <summary>
/// Single kernels, for whoever works on one. Each is called again and again on the same memory, so that what it reads is in the nearest
/// cache; what it takes between the others <see cref="Explanation"/> says.
/// </summary>
public class KernelBenchmarks
{
    private Action _call = static () => { };

    /// <summary>All that there is to choose from.</summary>
    public static IEnumerable<KernelChoice> Kernels => KernelChoice.All;

    /// <summary>Which kernel is called.</summary>
    [ParamsSource(nameof(Kernels))]
    public KernelChoice Kernel { get; set; } = null!;

    /// <summary>Gives the kernel memory of its own.</summary>
    [GlobalSetup]
    public void Prepare() => _call = Kernel.Prepare();

    /// <summary>One block of images, one chunk, or one image.</summary>
    [Benchmark]
    public void Call() => _call();
}
