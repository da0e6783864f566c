using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>All that there is to say of a network; analyzer and code fixes both ask here.</summary>
internal static class Findings
{
    /// <summary>What is wrong with it, and, where that keeps nothing from being generated, what is worth knowing of it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="attributes">The attributes of its class, which may say what it may cost.</param>
    public static IEnumerable<Problem> Of(InferredNetwork network, NetworkAttributes attributes) => network.Shaped is { } shaped
        ?
        [
            .. network.Problems,
            .. SoundChecks.Of(network.Declaration, shaped),
            .. BudgetChecks.Of(shaped),
            .. DeploymentChecks.Of(shaped, DeploymentBudget.Of(attributes.Deploy)),
        ]
        : network.Problems;
}
