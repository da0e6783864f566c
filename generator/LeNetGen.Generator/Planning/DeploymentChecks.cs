using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Planning;

/// <summary>Where a sound network costs more than its [Deploy] allows.</summary>
internal static class DeploymentChecks
{
    public static IEnumerable<Problem> Of(ShapedNetwork network, DeploymentBudget? budget)
    {
        if (budget is null)
            return [];
        DeploymentCost cost = DeploymentCost.Of(network);
        IEnumerable<LayerCost> multiplyAdds = network.Layers
            .Where(layer => layer.MultiplyAdds > 0)
            .Select(layer => new LayerCost(layer.Name, layer.MultiplyAdds));
        return new[]
        {
            Check(BudgetDescriptors.ParameterBudget, "MaxParameterBytes", budget.MaxParameterBytes, cost.ParameterBytes, cost.Parameters),
            Check(BudgetDescriptors.WorkingBudget, "MaxWorkingBytes", budget.MaxWorkingBytes, cost.WorkingBytes, cost.Places),
            Check(BudgetDescriptors.MultiplyAddBudget, "MaxMultiplyAdds", budget.MaxMultiplyAdds, network.MultiplyAdds, multiplyAdds),
        }.OfType<Problem>();

        Problem? Check(DiagnosticDescriptor descriptor, string argument, long? most, long needed, IEnumerable<LayerCost> layers)
        {
            if (needed <= (most ?? long.MaxValue))
                return null;
            string table = string.Join(", ", layers.Select(layer => $"{layer.Layer} {Literal.Grouped(layer.Cost)}"));
            return Problem.Of(
                descriptor, Anchor.OfDeploy(argument), network.Type.Name, Literal.Grouped(needed), Literal.Grouped(most!.Value), table);
        }
    }
}
