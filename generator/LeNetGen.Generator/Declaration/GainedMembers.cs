using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>
/// What every network class gains besides a property for each layer with parameters; the emitters write these members. Methods are
/// written with the types of their parameters, such as <c>Load(string)</c>, because overloads do not collide.
/// </summary>
internal static class GainedMembers
{
    public const string InputLength = "InputLength";
    public const string OutputLength = "OutputLength";
    public const string ParameterCount = "ParameterCount";
    public const string Definition = "Definition";
    public const string Declared = "Declared";
    public const string Load = "Load(string)";
    public const string LoadEmbedded = "LoadEmbedded()";
    public const string KernelsFor = "KernelsFor(VectorWidth)";
    public const string TraceForward = "TraceForward()";
    public const string SeedConstructor = ".ctor(int)";
    public const string WidthConstructor = ".ctor(int, VectorWidth)";
    public const string Width = "Width";
    public const string Predict = "Predict(ReadOnlySpan<float>, Span<float>)";
    public const string PredictRaw = "Predict(ReadOnlySpan<byte>, Span<float>)";
    public const string Classify = "Classify(ReadOnlySpan<float>)";
    public const string ClassifyRaw = "Classify(ReadOnlySpan<byte>)";
    public const string SelfTest = "SelfTest()";

    private static readonly string[] s_trained =
    [
        InputLength, OutputLength, ParameterCount, Definition, Declared, Load, LoadEmbedded, KernelsFor, SeedConstructor, WidthConstructor,
    ];

    private static readonly string[] s_shipped =
        [InputLength, OutputLength, ParameterCount, Width, Predict, PredictRaw, Classify, ClassifyRaw, SelfTest];

    private static readonly SymbolDisplayFormat s_typeFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The members that a network gains.</summary>
    /// <param name="mode">What it is compiled for.</param>
    /// <param name="isGraph">Whether layers are methods, so that there is a Forward to trace.</param>
    public static IEnumerable<string> Of(NetworkMode mode, bool isGraph) => mode == NetworkMode.Inference
        ? s_shipped
        : isGraph ? s_trained.Append(TraceForward) : s_trained;

    /// <summary>Their names, and those of networks compiled for whatever else; of a constructor <c>.ctor</c>.</summary>
    public static ISet<string> NamesInAnyMode(bool isGraph) =>
        new HashSet<string>(Of(NetworkMode.Training, isGraph).Concat(s_shipped).Select(NameOf), StringComparer.Ordinal);

    /// <summary>A member of a class, as gained ones are written.</summary>
    public static string Written(ISymbol member)
    {
        if (member is not IMethodSymbol method)
            return member.Name;
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name))}>" : "";
        IEnumerable<string> types = method.Parameters.Select(parameter => parameter.Type.ToDisplayString(s_typeFormat));
        return $"{method.Name}{generic}({string.Join(", ", types)})";
    }

    /// <summary>A member's name alone.</summary>
    public static string NameOf(string member) => member.Split('(', '<')[0];

    /// <summary>Whether a class cannot have both members.</summary>
    public static bool Collide(string one, string other) =>
        one == other || (NameOf(one) == NameOf(other) && (!one.Contains('(') || !other.Contains('(')));
}
