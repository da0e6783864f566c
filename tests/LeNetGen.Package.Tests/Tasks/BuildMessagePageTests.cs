using System.Xml.Linq;
using LeNetGen.Build;
using LeNetGen.Runtime.Tests.Data;

namespace LeNetGen.Package.Tests.Tasks;

/// <summary>
/// The pages of what the build can say: the tasks say of the examples what stands there, and of the mended ones nothing. That the targets
/// call the tasks is for <see cref="PackageTests"/> and the sample's tests to show.
/// </summary>
public sealed class BuildMessagePageTests : IDisposable
{
    private const string Project = "Shop.csproj";
    private const string Report = "Shop.LeNet.memory.md";
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingBuildEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Ids => [.. BuildMessage.All.Select(message => message.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_OfPage_IsWhatTheBuildSaysOfIt(string id)
    {
        string example = SectionOf(id, "Example");
        if (id == BuildMessage.ReportFile.Id)
            Directory.CreateDirectory(Path.Combine(_folder.Path, "bin", Report));
        Build(BlockOf(example, "xml"));
        Assert.Equal([BlockOf(example, "text")], Said());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void MendedExample_OfPage_IsBuiltInSilence(string id)
    {
        _folder.Write("trained/lenet.safetensors", WeightsBytes.File(WeightsBytes.SoundHeader, WeightsBytes.SoundLength));
        if (id != BuildMessage.WeightsFile.Id)
            _folder.Write("lenet.safetensors", WeightsBytes.File(WeightsBytes.SoundHeader, WeightsBytes.SoundLength));
        Build(BlockOf(SectionOf(id, "Mended"), "xml"));
        Assert.Empty(Said());
    }

    /// <summary>Runs the tasks in the order of the targets, until one fails.</summary>
    private void Build(string project)
    {
        XElement[] elements = [.. XElement.Parse($"<Project>{project}</Project>").Elements()];
        NamedItem[] weights =
        [
            .. elements.Where(element => element.Name == "NetworkWeights").Select(item => new NamedItem(
                Path.Combine(_folder.Path, item.Attribute("Include")!.Value), ("Network", item.Attribute("Network")?.Value ?? ""))),
        ];
        string memoryReport = Property("LeNetGenMemoryReport", "false");
        _ = new CheckNetworkSettings
        {
            BuildEngine = _engine, Project = Project, Mode = Property("LeNetGenMode", "Training"), MemoryReport = memoryReport, Weights = weights,
        }.Execute()
        && new ConvertNetworkWeights
        {
            BuildEngine = _engine, Weights = weights, Texts = [.. weights.Select(item => new NamedItem(item.ItemSpec + ".txt"))],
        }.Execute()
        && (memoryReport != "true" || new WriteMemoryReports
        {
            BuildEngine = _engine,
            Source = _folder.Write("LeNetGen.MemoryReports.g.cs", System.Text.Encoding.UTF8.GetBytes($"//= {Report}\n// # Memory\n")),
            Folder = Path.Combine(_folder.Path, "bin"),
        }.Execute())
        && (Property("PublishAot", "false") != "true" || new ChooseInstructionSet
        {
            BuildEngine = _engine,
            Project = Project,
            Vectors = Property("LeNetGenVectors", "v3"),
            InstructionSet = Property("IlcInstructionSet", ""),
            FrameworkVersion = "v10.0",
        }.Execute());

        string Property(string name, string otherwise) => elements.FirstOrDefault(element => element.Name == name)?.Value ?? otherwise;
    }

    /// <summary>As MSBuild prints it, without the folder of the test.</summary>
    private IEnumerable<string> Said() =>
        _engine.Errors.Select(error => $"{error.File} : error {error.Code}: {error.Message}")
            .Concat(_engine.Warnings.Select(warning => $"{warning.File} : warning {warning.Code}: {warning.Message}"))
            .Select(line => line.Replace(_folder.Path + Path.DirectorySeparatorChar, ""));

    private static string SectionOf(string id, string section) =>
        File.ReadAllText(Repository.PathOf("docs", "diagnostics", $"{id}.md")).Split($"\n## {section}\n")[1].Split("\n## ")[0];

    private static string BlockOf(string section, string language) => section.Split($"```{language}\n")[1].Split("\n```")[0];
}
