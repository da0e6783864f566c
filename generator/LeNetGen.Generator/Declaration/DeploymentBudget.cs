using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>What [Deploy] allows; null for any number.</summary>
internal sealed record DeploymentBudget(long? MaxParameterBytes, long? MaxWorkingBytes, long? MaxMultiplyAdds)
{
    /// <summary>The budget of an attribute; null where there is none.</summary>
    public static DeploymentBudget? Of(AttributeData? attribute) => attribute is null ? null : new DeploymentBudget(
        Written(attribute, nameof(MaxParameterBytes)),
        Written(attribute, nameof(MaxWorkingBytes)),
        Written(attribute, nameof(MaxMultiplyAdds)));

    private static long? Written(AttributeData attribute, string property) => attribute.NamedArguments
        .Where(argument => argument.Key == property)
        .Select(argument => argument.Value.Value as long?)
        .FirstOrDefault();
}
