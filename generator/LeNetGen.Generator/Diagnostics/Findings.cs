using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>All that there is to say of a network; analyzer and code fixes both ask here.</summary>
internal static class Findings
{
    /// <summary>What is wrong with it, and, where that keeps nothing from being generated, what is worth knowing of it.</summary>
    public static IEnumerable<Problem> Of(InferredNetwork network) => network.Shaped is { } shaped
        ? [.. network.Problems, .. SoundChecks.Of(network.Declaration, shaped), .. BudgetChecks.Of(shaped)]
        : network.Problems;
}
