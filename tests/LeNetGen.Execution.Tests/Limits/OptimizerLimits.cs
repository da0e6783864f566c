using System.Reflection;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>
/// RyuJIT compiles without optimising, and says nothing, whatever is larger than its limits (DEFAULT_MIN_OPTS_* in its sources), and it
/// stops inlining at 512 locals. A kernel that reached one would be many times slower, and no other test would notice.
/// </summary>
internal static class OptimizerLimits
{
    private const int Bytes = 60_000;
    private const int Instructions = 20_000;
    private const int BasicBlocks = 2_000;
    private const int LocalReferences = 8_000;

    // Below the 2,000 locals at which optimising stops.
    private const int InlinedLocals = 512;

    /// <summary>The limits that a method reaches, a sentence for each.</summary>
    public static IEnumerable<string> Excesses(MethodBase method)
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
