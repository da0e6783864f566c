using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace LeNetGen.Build;

/// <summary>Whether a project says what it can say of its networks.</summary>
public sealed class CheckNetworkSettings : NetworkTask
{
    private static readonly Regex s_className = new(@"^[\w.`]+$");
    private static readonly Regex s_startOfCName = new("^[A-Za-z_][A-Za-z0-9_]*$");

    /// <summary>The project's file.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The property LeNetGenMode.</summary>
    [Required]
    public string Mode { get; set; } = "";

    /// <summary>The property LeNetGenMemoryReport.</summary>
    [Required]
    public string MemoryReport { get; set; } = "";

    /// <summary>The items NetworkWeights.</summary>
    public ITaskItem[] Weights { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!Takes(Mode, "Training", "Inference"))
            return Refuse(BuildMessage.Mode, $"The property LeNetGenMode is '{Mode}'; it takes Training or Inference.");
        if (!Takes(MemoryReport, "true", "false"))
        {
            return Refuse(
                BuildMessage.MemoryReport, $"The property LeNetGenMemoryReport is '{MemoryReport}'; it takes true or false.");
        }

        return Weights.All(IsWellNamed);
    }

    private bool IsWellNamed(ITaskItem weights)
    {
        string network = weights.GetMetadata("Network"), export = weights.GetMetadata("Export");
        string item = $"The item NetworkWeights '{weights.ItemSpec}'";
        if (network.Length == 0)
            return Refuse(BuildMessage.WeightsItem, $"{item} names no network; add Network=\"Full.Name.Of.The.Class\".");
        if (!s_className.IsMatch(network))
        {
            return Refuse(
                BuildMessage.WeightsItem, $"{item} names the network '{network}', which is not the full name of a class.");
        }

        return export.Length == 0 || s_startOfCName.IsMatch(export)
            || Refuse(BuildMessage.WeightsItem, $"{item} exports '{export}', with which no name in C can start.");
    }

    /// <summary>MSBuild knows no case.</summary>
    private static bool Takes(string value, params string[] values) => values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private bool Refuse(BuildMessage what, string sentence)
    {
        Report(what, Project, sentence);
        return false;
    }
}
