namespace LeNetGen.Execution;

/// <summary>The parameters of one layer, as views of the network's flat parameters.</summary>
public readonly ref struct LayerParameters
{
    internal LayerParameters(Span<float> parameters, LayerDefinition layer)
    {
        Weight = new ParameterView(parameters, layer.Parameters[0]);
        Bias = new ParameterView(parameters, layer.Parameters[1]);
    }

    /// <summary>The weight tensor.</summary>
    public ParameterView Weight { get; }

    /// <summary>The bias tensor.</summary>
    public ParameterView Bias { get; }
}

/// <summary>One parameter tensor, as a view of the network's flat parameters.</summary>
public readonly ref struct ParameterView
{
    internal ParameterView(Span<float> parameters, ParameterDefinition definition)
    {
        Values = parameters.Slice(definition.Offset, definition.Length);
        Shape = definition.Shape.AsSpan();
    }

    /// <summary>The elements, row-major over <see cref="Shape"/>.</summary>
    public Span<float> Values { get; }

    /// <summary>The dimensions, in PyTorch's order: (out, in, height, width), (out, in) or (out).</summary>
    public ReadOnlySpan<int> Shape { get; }
}
