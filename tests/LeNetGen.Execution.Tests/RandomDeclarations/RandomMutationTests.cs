using LeNetGen.Execution.Tests.Compilation;
using LeNetGen.Execution.Tests.Mutations;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>The net has no holes: what is compared of a random network finds mistakes in its kernels.</summary>
public sealed class RandomMutationTests
{
    // Of a random network not every statement matters: there are pixels that nobody reads, and units that are dead.
    private const double FoundShare = 0.9;

    [Theory]
    [InlineData(3, VectorWidth.Bits512)]
    [InlineData(22, VectorWidth.Bits512)]
    public void Comparison_MutatedKernels_FindsThem(int seed, VectorWidth width)
    {
        RandomDeclaration declaration = RandomDeclaration.Of(seed);
        using MutatedKernels kernels = MutatedKernels.Compile(
            GeneratedNetwork.Of(declaration.Text, declaration.TypeName), width, seed);
        var comparison = new RandomComparison(kernels.Unmutated.Definition, seed);

        string[] survivors =
        [
            .. from mutant in Enumerable.Range(0, kernels.Mutants.Count)
               where comparison.FirstDifference(kernels.Create(mutant)) is null
               select kernels.Mutants[mutant].ToString(),
        ];

        Assert.True(
            survivors.Length <= (1 - FoundShare) * kernels.Mutants.Count,
            $"{survivors.Length} of {kernels.Mutants.Count} mutants agree with the interpreter:\n{string.Join('\n', survivors)}");
        Assert.Null(comparison.FirstDifference(kernels.Unmutated));
    }
}
