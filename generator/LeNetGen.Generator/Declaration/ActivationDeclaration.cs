namespace LeNetGen.Generator.Declaration;

/// <summary>An activation function called by itself, such as <c>Relu(x)</c>.</summary>
internal sealed record ActivationDeclaration(string Name) : LayerDeclaration(Name);
