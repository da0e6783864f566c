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
    public const string TraceForward = "TraceForward";
    public const string SeedConstructor = ".ctor(int)";
    public const string WidthConstructor = ".ctor(int, VectorWidth)";

    private static readonly string[] s_all = [InputLength, OutputLength, ParameterCount, Definition, Declared, Load, KernelsFor];

    /// <summary>The names of all but the constructors.</summary>
    /// <param name="isGraph">Whether layers are methods, so that there is a Forward to trace.</param>
    public static IEnumerable<string> Names(bool isGraph) => isGraph ? s_all.Append(TraceForward) : s_all;

    /// <summary>The gained member that a member of the class collides with, or null. Overloads do not collide.</summary>
    public static string? CollidingWith(ISymbol member, bool isGraph) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => SignatureOf(constructor) switch
        {
            "Int32" => SeedConstructor,
            "Int32, VectorWidth" => WidthConstructor,
            _ => null,
        },
        IMethodSymbol { Name: Load } method when method.IsGenericMethod || SignatureOf(method) != "String" => null,
        IMethodSymbol { Name: TraceForward } method when method.IsGenericMethod || SignatureOf(method).Length > 0 => null,
        _ => Names(isGraph).Contains(member.Name) ? member.Name : null,
    };

    private static string SignatureOf(IMethodSymbol method) =>
        string.Join(", ", method.Parameters.Select(parameter => parameter.Type.Name));
}
