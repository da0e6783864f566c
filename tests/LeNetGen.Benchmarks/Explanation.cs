using System.Diagnostics;
using LeNetGen.Generator;
using LeNetGen.Generator.Planning;

namespace LeNetGen.Benchmarks;

/// <summary>What the planner chose for each kernel of a network, and what it takes, measured in its place between the others.</summary>
internal static class Explanation
{
    /// <summary>A table as Markdown.</summary>
    public static IEnumerable<string> Of(string name, BenchmarkOptions options)
    {
        Network network = Ledger.Cases[name](options.Width);
        NetworkPlan plan = Plans.Of(network);
        Type kernels = Plans.KernelsOf(network, plan);
        var memory = new KernelMemory(plan, network.Parameters);
        foreach (KernelStep step in plan.Pack)
            memory.CallOf(step, kernels)();

        yield return "| pass | kernel | tile | loads a multiply-add | of peak, expected | of peak | GFLOP/s | us/image |";
        yield return "|---|---|---|---|---|---|---|---|";
        foreach ((string pass, int images, EquatableArray<KernelStep> steps) in PassesOf(plan))
        {
            foreach ((KernelStep step, double microseconds, double peak) in Time(steps, memory, kernels, options))
            {
                double flops = 2.0 * images * MultiplyAdds(step, network.Definition) / microseconds / 1e3;
                string speed = flops == 0 ? " | " : Invariant($"{flops / peak:F2} | {flops:F0}");
                yield return Invariant($"| {pass} | {step.Method} | {ChoiceFor(step)} | {speed} | {microseconds / images:F3} |");
            }
        }
    }

    private static IEnumerable<(string Name, int Images, EquatableArray<KernelStep> Steps)> PassesOf(NetworkPlan plan) =>
    [
        ("prediction", NetworkPlan.BlockLanes, plan.Forward),
        ("training, forward", NetworkPlan.BlockLanes, plan.Training?.Steps ?? plan.Forward),
        ("training, backward", NetworkPlan.BlockLanes, plan.Backward),
        ("training, chunk", NetworkPlan.ChunkImages, plan.Chunk),
        ("one image", 1, plan.Single),
    ];

    /// <summary>Medians over many passes: caches hold at each kernel what they hold in earnest.</summary>
    private static IEnumerable<(KernelStep Step, double Microseconds, double Peak)> Time(
        EquatableArray<KernelStep> steps, KernelMemory memory, Type kernels, BenchmarkOptions options)
    {
        if (steps.Count == 0)
            return [];
        (int Step, Action Call)[] calls = [.. CallsOf(steps, memory, kernels)];
        List<double>[] times = [.. steps.Select(_ => new List<double>())];
        var peaks = new List<double>();
        float[] workspace = memory.Span(Memory.Workspace).ToArray();
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < options.Seconds || peaks.Count < 5)
        {
            // Passes write over what they read; gradients that kept on growing would end in infinities.
            workspace.CopyTo(memory.Span(Memory.Workspace));
            memory.Span(Memory.Gradient).Clear();
            foreach (List<double> readings in times)
                readings.Add(0);
            foreach ((int step, Action call) in calls)
            {
                long before = Stopwatch.GetTimestamp();
                call();
                times[step][^1] += Clock.MicrosecondsSince(before);
            }

            if (times[0].Count % 16 == 1)
                peaks.Add(PeakLoop.GigaFlops(options.Width));
        }

        double peak = Median.Of(peaks);
        return steps.Zip(times, (step, readings) => (step, Median.Of(readings), peak)).ToArray();
    }

    /// <summary>The calls of a pass in order, those of strips one by one, each with the number of its step.</summary>
    private static IEnumerable<(int Step, Action Call)> CallsOf(EquatableArray<KernelStep> steps, KernelMemory memory, Type kernels)
    {
        int before = 0;
        foreach (IReadOnlyList<KernelStep> turns in RowStrips.Turns(steps))
        {
            foreach ((int step, Action call) in memory.CallsOf(turns, kernels))
                yield return (before + step, call);
            before += turns.Count;
        }
    }

    private static long MultiplyAdds(KernelStep step, NetworkDefinition definition) =>
        step is CorrelationStep or ConvolutionGradientStep or DenseGradientStep
            ? definition.Layers.Single(layer => layer.Name == step.Layer!.Name).MultiplyAdds
            : 0;

    /// <summary>The cells of tile, loads and expectation; a pass over elements has none of them.</summary>
    private static string ChoiceFor(KernelStep step)
    {
        (RegisterTile tile, double expected) = step switch
        {
            CorrelationStep { Kernel: var kernel } => (kernel.Tile, kernel.ExpectedFraction),
            ConvolutionGradientStep { Kernel: var kernel } => (kernel.Tile, kernel.Tile.ExpectedFraction(kernel.Layer.Output.Area)),
            DenseGradientStep { Kernel: var kernel } => (kernel.Tile, kernel.Tile.ExpectedFraction(kernel.Images)),
            _ => default,
        };
        return tile == default
            ? " | | "
            : Invariant($"{tile.Pixels} x {tile.Channels} | {(double)(tile.Pixels + tile.Channels) / tile.Accumulators:F2} | {expected:F2}");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
