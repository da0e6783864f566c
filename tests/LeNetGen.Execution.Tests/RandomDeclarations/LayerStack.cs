namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Layers drawn one below the other, as long as the whole stays small.</summary>
internal sealed class LayerStack(Random random, Shape input)
{
    private const int MostElements = 2_400;
    private const int MostParameters = 12_000;
    private const long MostMultiplyAdds = 80_000;
    private const int Attempts = 20;

    private readonly List<string> _attributes = [];
    private long _parameters;
    private long _multiplyAdds;

    /// <summary>What the last layer writes.</summary>
    public Shape Shape { get; private set; } = input;

    /// <summary>The layers' attributes, without brackets.</summary>
    public IReadOnlyList<string> Attributes => _attributes;

    /// <summary>Adds a layer of any kind that reads what the last one writes.</summary>
    public void AddAny()
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            LayerKind kind = AnyKind();
            if (TryAdd(kind.Name, kind.Draw(random, Shape)))
                return;
        }
    }

    /// <summary>Adds what makes a vector of classes.</summary>
    public void AddClasses()
    {
        if (!Shape.IsVector)
            TryAdd("Flatten", new FlattenKind().Draw(random, Shape));
        var penalties = new RbfKind();
        if (random.Next(8) == 0 && penalties.Reads(Shape))
        {
            TryAdd(penalties.Name, penalties.Draw(random, Shape));
            return;
        }

        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryAdd("Dense", DenseKind.DrawLast(random, Shape)))
                return;
        }
    }

    private LayerKind AnyKind()
    {
        LayerKind[] kinds = [.. LayerKind.All.Where(kind => kind.Reads(Shape)).SelectMany(kind => Enumerable.Repeat(kind, kind.Share))];
        return kinds[random.Next(kinds.Length)];
    }

    private bool TryAdd(string attribute, DrawnLayer layer)
    {
        if (layer.Output.Length > MostElements
            || _parameters + layer.Parameters > MostParameters
            || _multiplyAdds + layer.MultiplyAdds > MostMultiplyAdds)
            return false;

        // The ordinal keeps the names of one network apart.
        if (random.Next(6) == 0)
            layer.Arguments.Set("Name", $"{EdgeSizes.Pick(random, "Layer", "c", "Größe", "_")}{_attributes.Count}", "");
        _attributes.Add(attribute + layer.Arguments);
        _parameters += layer.Parameters;
        _multiplyAdds += layer.MultiplyAdds;
        Shape = layer.Output;
        return true;
    }
}
