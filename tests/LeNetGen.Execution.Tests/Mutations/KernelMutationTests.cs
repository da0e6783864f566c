using LeNetGen.Execution.Tests.Compilation;

namespace LeNetGen.Execution.Tests.Mutations;

/// <summary>The comparison with the interpreter finds any mistake in any kernel.</summary>
public sealed class KernelMutationTests
{
    private const int Seed = 1;

    /// <summary>Every kind of kernel, as its methods are named.</summary>
    private static readonly string[] s_kinds =
    [
        "Add_Forward", "Add_InputGradient0", "Add_Single",
        "AveragePooling2D_AddShare", "AveragePooling2D_Forward", "AveragePooling2D_InputGradient", "AveragePooling2D_Single",
        "Concatenate_Copy0", "Concatenate_Copy1", "Concatenate_Copy2", "Concatenate_InputGradient1",
        "Conv2D_2_InputGradient",
        "Conv2D_Activate", "Conv2D_ActivateSingle", "Conv2D_BiasGradient", "Conv2D_Forward", "Conv2D_InputGradient", "Conv2D_Single",
        "Conv2D_WeightGradient", "Conv2D_weight_Pack",
        "Dense_2_InputGradient",
        "Dense_Activate", "Dense_ActivateSingle", "Dense_BiasGradient", "Dense_Forward", "Dense_InputGradient", "Dense_Single",
        "Dense_WeightGradient",
        "Dropout_InputGradient",
        "MaxPooling2D_Choose", "MaxPooling2D_Forward", "MaxPooling2D_InputGradient", "MaxPooling2D_Single",
        "Multiply_Forward", "Multiply_InputGradient", "Multiply_Single",
        "Output_Derivative",
        "Subsampling2D_Activate", "Subsampling2D_ActivateSingle", "Subsampling2D_BiasGradient", "Subsampling2D_Forward",
        "Subsampling2D_InputGradient", "Subsampling2D_Single", "Subsampling2D_Sum_Forward", "Subsampling2D_Sum_InputGradient",
        "Subsampling2D_Sum_Single", "Subsampling2D_WeightGradient", "Subsampling2D_weight_Pack",
        "Tanh_Forward", "Tanh_InputGradient", "Tanh_Single",
    ];

    /// <summary>The passes, which call the kernels.</summary>
    private static readonly string[] s_passes = ["Backward", "FinishChunk", "Forward", "ForwardTraining", "Pack", "PredictOne"];

    /// <summary>Every width that the processor has vectors for, and scalar code.</summary>
    public static TheoryData<string, VectorWidth> NetworksAndWidths
    {
        get
        {
            var data = new TheoryData<string, VectorWidth>();
            foreach (string network in MutatedNetworks.Names)
            foreach (VectorWidth width in Enum.GetValues<VectorWidth>().Where(width => width <= VectorWidths.Default))
                data.Add(network, width);
            return data;
        }
    }

    [Theory, MemberData(nameof(NetworksAndWidths))]
    public void Comparison_MutatedKernel_Fails(string network, VectorWidth width)
    {
        using MutatedKernels kernels = MutatedKernels.Compile(network, width, Seed);
        Lazy<InterpreterComparison>[] comparisons = MutatedNetworks.Comparisons(kernels.Unmutated.Definition);
        Assert.Null(comparisons[0].Value.FirstDifference(kernels.Unmutated));

        string[] survivors =
        [
            .. from mutant in Enumerable.Range(0, kernels.Mutants.Count)
               where comparisons.All(comparison => comparison.Value.FirstDifference(kernels.Create(mutant)) is null)
               select kernels.Mutants[mutant].ToString(),
        ];

        Assert.True(
            survivors.Length == 0,
            $"{survivors.Length} of {kernels.Mutants.Count} mutants agree with the interpreter:\n{string.Join('\n', survivors)}");
        foreach (Lazy<InterpreterComparison> comparison in comparisons.Where(comparison => comparison.IsValueCreated))
        {
            Assert.Null(comparison.Value.FirstDifference(kernels.Unmutated));
            Assert.True(comparison.Value.LargestGradient > 0.01f, "What was compared is next to nothing.");
        }
    }

    [Theory]
    [InlineData(VectorWidth.Bits512)]
    [InlineData(VectorWidth.Scalar)]
    public void Mutants_OfAllNetworks_AreOfEveryKind(VectorWidth width)
    {
        ILookup<string, string> forms = MutatedNetworks.Names
            .SelectMany(network => MutatedKernels.MutantsOf(MutatedNetworks.Generate(network), width, Seed))
            .ToLookup(mutant => mutant.Method.Kind, mutant => mutant.Form.Name);

        string[] found = [.. forms.Select(kind => kind.Key).Order(StringComparer.Ordinal)];
        Assert.True(s_kinds.Concat(s_passes).ToHashSet().SetEquals(found), string.Join(", ", found));
        foreach (string kind in s_kinds.Concat(s_passes))
        {
            // Passes are calls, and the bias gradient of a dense layer is a single one; elementwise kernels are short.
            int expected = kind switch
            {
                "Forward" or "ForwardTraining" or "PredictOne" => 1,
                _ when kind.EndsWith("_Pack") => 1,
                _ when kind.StartsWith("Subsampling2D_") => 2,
                "FinishChunk" => 1,
                "Pack" or "Dense_BiasGradient" => 2,
                "Backward" => 5,
                _ when kind.StartsWith("Add_") || kind.StartsWith("Concatenate_") || kind.StartsWith("Tanh_") => 2,
                _ => 3,
            };
            Assert.True(forms[kind].Distinct().Count() >= expected, $"{kind}: only {string.Join(", ", forms[kind].Distinct())}.");
        }
    }
}
