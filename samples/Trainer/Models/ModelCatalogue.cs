namespace Trainer.Models;

/// <summary>The networks that --model can name.</summary>
internal static class ModelCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelRecipe> All { get; } =
    [
        KerasLeNet.Recipe, LeNet5.Recipe, LeNet5Of1998.Recipe, LeNet.Recipe, FunctionalLeNet.Recipe, SubclassedLeNet.Recipe, Mlp.Recipe,
        TorchLeNet.Recipe, ResidualLeNet.Recipe, InceptionLeNet.Recipe, TwoTowerLeNet.Recipe,
    ];

    /// <summary>The one that is trained where none is named.</summary>
    public static ModelRecipe Default => LeNet.Recipe;

    /// <summary>The network of a key, or null.</summary>
    public static ModelRecipe? Find(string key) => All.FirstOrDefault(recipe => recipe.Key == key);
}
