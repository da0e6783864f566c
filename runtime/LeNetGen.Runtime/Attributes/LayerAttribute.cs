namespace LeNetGen;

/// <summary>The base of all layer attributes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// The layer's name, a C# identifier: it names the generated member, the tensors of a weights file and the line of the
    /// summary. Without it the name is the layer's kind and its ordinal among that kind, such as <c>Conv2D_1</c>.
    /// </summary>
    public string? Name { get; set; }
}
