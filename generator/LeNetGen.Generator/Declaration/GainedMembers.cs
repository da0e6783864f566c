using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>What every network class gains besides a property for each layer with parameters; the emitters write these members.</summary>
internal static class GainedMembers
{
    public const string InputLength = "InputLength";
    public const string OutputLength = "OutputLength";
    public const string ParameterCount = "ParameterCount";
    public const string Definition = "Definition";
    public const string Declared = "Declared";
    public const string Load = "Load";
    public const string KernelsFor = "KernelsFor";
    public const string SeedConstructor = ".ctor(int)";
    public const string WidthConstructor = ".ctor(int, VectorWidth)";

    public static readonly ISet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        InputLength, OutputLength, ParameterCount, Definition, Declared, Load, KernelsFor,
    };

    /// <summary>The gained member that a member of the class collides with, or null. Overloads do not collide.</summary>
    public static string? CollidingWith(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => SignatureOf(constructor) switch
        {
            "Int32" => SeedConstructor,
            "Int32, VectorWidth" => WidthConstructor,
            _ => null,
        },
        IMethodSymbol { Name: Load } method when method.IsGenericMethod || SignatureOf(method) != "String" => null,
        _ => Names.Contains(member.Name) ? member.Name : null,
    };

    private static string SignatureOf(IMethodSymbol method) =>
        string.Join(", ", method.Parameters.Select(parameter => parameter.Type.Name));
}
