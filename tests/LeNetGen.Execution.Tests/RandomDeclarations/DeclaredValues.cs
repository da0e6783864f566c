using System.Reflection;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>
/// What the runtime's attribute classes say of a declaration, compared with the definition that the generator wrote of it: the two read
/// the same text, each by its own rules.
/// </summary>
internal static class DeclaredValues
{
    /// <summary>The first value in which they differ, as a sentence, or null.</summary>
    public static string? FirstDifference(Type network, NetworkDefinition definition)
    {
        NetworkAttribute defaults = network.GetCustomAttribute<NetworkAttribute>()!;
        CustomAttributeData[] written =
            [.. network.GetCustomAttributesData().Where(attribute => attribute.AttributeType.IsSubclassOf(typeof(LayerAttribute)))];
        LayerAttribute[] attributes = [.. network.GetCustomAttributes<LayerAttribute>()];
        if (attributes.Length != definition.Layers.Length)
            return $"There are {attributes.Length} layers, but {definition.Layers.Length} are defined.";
        return Enumerable.Range(0, attributes.Length)
            .Select(layer => FirstDifference(attributes[layer], WrittenIn(written[layer]), definition.Layers[layer], defaults))
            .FirstOrDefault(difference => difference is not null);
    }

    private static HashSet<string> WrittenIn(CustomAttributeData attribute) =>
        [.. attribute.NamedArguments.Select(argument => argument.MemberName)];

    private static string? FirstDifference(
        LayerAttribute attribute, HashSet<string> written, LayerDefinition layer, NetworkAttribute defaults)
    {
        foreach (PropertyInfo property in attribute.GetType().GetProperties().Where(property => Counts(property.Name)))
        {
            if (layer.GetType().GetProperty(property.Name) is not { } defined)
                continue;
            bool isDefault = property.PropertyType == typeof(Initializer) && !written.Contains(property.Name);
            object? expected = isDefault ? defaults.GetType().GetProperty(property.Name)!.GetValue(defaults) : property.GetValue(attribute);
            if (expected is string[] rows)
                expected = new BinaryTable(rows);
            object? actual = defined.GetValue(layer);
            if (!Equals(expected, actual))
                return $"{property.Name} of layer '{layer.Name}' is defined as {actual}, but declared as {expected}.";
        }

        return null;

        // What is not written here is worked out elsewhere: names, Same's padding; and there are numbers that other values make idle.
        bool Counts(string property) => property switch
        {
            "Name" => written.Contains(property),
            "NegativeSlope" => layer.Activation == Activation.LeakyReLU,
            "PadTop" or "PadLeft" => attribute is WindowAttribute { Padding: Padding.Valid },
            _ => true,
        };
    }
}
