namespace Trainer.Models;

/// <summary>The networks that --model can name.</summary>
internal static class ModelCatalogue
{
    /// <summary>All of them; the first is trained where none is named.</summary>
    public static IReadOnlyList<ModelRecipe> All { get; } =
    [
        LeNet.Recipe, KerasLeNet.Recipe, LeNet5.Recipe, SubclassedLeNet.Recipe, Mlp.Recipe, TorchLeNet.Recipe,
    ];

    /// <summary>The network of a key, or null.</summary>
    public static ModelRecipe? Find(string key) => All.FirstOrDefault(recipe => recipe.Key == key);
}
