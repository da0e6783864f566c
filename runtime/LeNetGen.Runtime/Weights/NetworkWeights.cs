namespace LeNetGen.Weights;

/// <summary>Keeps a network's parameters in safetensors files, under the names of <see cref="NetworkDefinition.Parameters"/>.</summary>
public static class NetworkWeights
{
    /// <summary>Writes a network's parameters. A file that was there before stays as it was unless all is written.</summary>
    /// <exception cref="LeNetGenException">The file cannot be written.</exception>
    public static void Save(Network network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        List<SafetensorsTensor> tensors = [];
        foreach (ParameterDefinition parameter in network.Definition.Parameters)
        {
            Span<float> values = network.Parameters.Slice(parameter.Offset, parameter.Length);
            tensors.Add(SafetensorsTensor.FromSingles(parameter.Name, parameter.Shape, values));
        }

        Dictionary<string, string> metadata = new() { ["network"] = network.Definition.Name, ["producer"] = "LeNetGen" };
        Safetensors.Write(path, tensors, metadata);
    }

    /// <summary>
    /// Reads a network's parameters. The file must have exactly its tensors; where anything is wrong, nothing is changed.
    /// </summary>
    /// <exception cref="LeNetGenException">The file is missing, unsound, or that of another network.</exception>
    public static void LoadInto(Network network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDefinition definition = network.Definition;
        SafetensorsFile file = Safetensors.Read(path);
        float[] parameters = new float[definition.ParameterCount];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ParameterDefinition parameter in definition.Parameters)
        {
            names.Add(parameter.Name);
            string needed = $"network '{definition.Name}' needs {SafetensorsTensor.Describe(SafetensorsType.F32, parameter.Shape)}";
            if (!file.TryGet(parameter.Name, out SafetensorsTensor? tensor))
                throw new LeNetGenException($"'{path}' has no tensor '{parameter.Name}', for which {needed}.");
            if (tensor.Type != SafetensorsType.F32 || !tensor.Shape.AsSpan().SequenceEqual(parameter.Shape.AsSpan()))
                throw new LeNetGenException($"Tensor '{parameter.Name}' in '{path}' is {tensor}, but {needed}.");
            tensor.ToSingles().CopyTo(parameters, parameter.Offset);
        }

        if (file.Tensors.FirstOrDefault(tensor => !names.Contains(tensor.Name)) is { } extra)
        {
            throw new LeNetGenException(
                $"'{path}' has the tensor {SafetensorsHeader.Quoted(extra.Name)}, which network '{definition.Name}' does not have.");
        }
        parameters.CopyTo(network.Parameters);
    }
}
