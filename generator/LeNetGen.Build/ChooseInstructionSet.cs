using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace LeNetGen.Build;

/// <summary>
/// Says which vector instructions a native program has, for that is decided when it is published: what it does not have is done in
/// software, some three hundred times slower.
/// </summary>
public sealed class ChooseInstructionSet : NetworkTask
{
    private static readonly Regex s_hasFma = new("native|-v3|-v4|fma", RegexOptions.IgnoreCase);

    /// <summary>The project's file.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The property LeNetGenVectors: v3 is what processors have since 2013 (AVX2, FMA), v4 adds AVX-512.</summary>
    [Required]
    public string Vectors { get; set; } = "";

    /// <summary>The property TargetFrameworkVersion: the compilers of .NET 9 and .NET 10 spell instruction sets differently.</summary>
    [Required]
    public string FrameworkVersion { get; set; } = "";

    /// <summary>The property IlcInstructionSet; where it is set already it is left alone.</summary>
    [Output]
    public string InstructionSet { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (InstructionSet.Length == 0)
            return Choose();
        if (!s_hasFma.IsMatch(InstructionSet))
        {
            Report(
                BuildMessage.NoVectors,
                Project,
                $"IlcInstructionSet is '{InstructionSet}', which has no FMA: networks will be computed without vectors, some three hundred "
                    + "times slower; remove it, or set LeNetGenVectors to v3, v4 or native.");
        }

        return true;
    }

    private bool Choose()
    {
        string vectors = Vectors.ToLowerInvariant();
        if (vectors is not ("v3" or "v4" or "native"))
        {
            Report(BuildMessage.Vectors, Project, $"The property LeNetGenVectors is '{Vectors}'; it takes v3, v4 or native.");
            return false;
        }

        string family = new Version(FrameworkVersion.TrimStart('v', 'V')).Major < 10 ? "x86-x64" : "x86-64";
        InstructionSet = vectors == "native" ? vectors : $"{family}-{vectors}";
        return true;
    }
}
