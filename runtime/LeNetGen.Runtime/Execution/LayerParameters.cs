namespace LeNetGen.Execution;

/// <summary>The parameters of one layer, as views of the network's flat parameters.</summary>
public readonly ref struct LayerParameters
{
    internal LayerParameters(Span<float> parameters, ParameterDefinition weight, ParameterDefinition bias)
    {
        Weight = new ParameterView(parameters, weight);
        Bias = new ParameterView(parameters, bias);
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
        Shape = definition.Shape.AsSpan();
        int length = 1;
        foreach (int size in Shape)
            length *= size;
        Values = parameters.Slice(definition.Offset, length);
    }

    /// <summary>The elements, row-major over <see cref="Shape"/>.</summary>
    public Span<float> Values { get; }

    /// <summary>The dimensions, in PyTorch's order: (out, in, height, width), (out, in) or (out).</summary>
    public ReadOnlySpan<int> Shape { get; }
}
