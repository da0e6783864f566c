using System.Collections;
using Microsoft.Build.Framework;

namespace LeNetGen.Package.Tests.Tasks;

/// <summary>An item of a project, with its metadata.</summary>
internal sealed class NamedItem(string name, params (string Name, string Value)[] metadata) : ITaskItem
{
    public string ItemSpec { get; set; } = name;

    public ICollection MetadataNames => metadata.Select(metadatum => metadatum.Name).ToArray();

    public int MetadataCount => metadata.Length;

    public string GetMetadata(string metadataName) =>
        metadata.FirstOrDefault(metadatum => metadatum.Name == metadataName).Value ?? "";

    public void SetMetadata(string metadataName, string metadataValue) => throw new InvalidOperationException("The task writes metadata.");

    public void RemoveMetadata(string metadataName) => throw new InvalidOperationException("The task removes metadata.");

    public void CopyMetadataTo(ITaskItem destinationItem) => throw new InvalidOperationException("The task copies metadata.");

    public IDictionary CloneCustomMetadata() => new Hashtable();
}
