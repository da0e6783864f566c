namespace LeNetGen;

/// <summary>Turns (channels, height, width) into one vector, channel by channel and row by row.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute
{
    /// <inheritdoc/>
    internal override LayerDefinition Define(string name, Shape input, NetworkAttribute network) =>
        new FlattenDefinition(name, input, new Shape(input.Length));
}
