namespace LeNetGen;

/// <summary>
/// The base of all layer attributes. On a class they are its layers, top to bottom; on a <c>static partial</c> method that takes a
/// <see cref="Node"/> and returns one, they are what the class's <c>Forward</c> calls.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// The layer's name, a C# identifier: it names the generated member, the tensors of a weights file and the line of the
    /// summary. Without it the name is the layer's kind and its ordinal among that kind, such as <c>Conv2D_1</c>. The name of a layer
    /// that is a method is the method's.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The layer with every number worked out, except where its parameters start.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="input">The shape of what it reads.</param>
    /// <param name="network">What is declared of all layers.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or the layer cannot read that shape.</exception>
    internal abstract LayerDefinition Define(string name, Shape input, NetworkAttribute network);
}
