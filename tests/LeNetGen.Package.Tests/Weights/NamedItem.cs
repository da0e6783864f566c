using System.Collections;
using Microsoft.Build.Framework;

namespace LeNetGen.Package.Tests.Weights;

/// <summary>An item of a project that has nothing but its name.</summary>
internal sealed class NamedItem(string name) : ITaskItem
{
    public string ItemSpec { get; set; } = name;

    public ICollection MetadataNames => Array.Empty<string>();

    public int MetadataCount => 0;

    public string GetMetadata(string metadataName) => "";

    public void SetMetadata(string metadataName, string metadataValue) => throw new InvalidOperationException("The task writes metadata.");

    public void RemoveMetadata(string metadataName) => throw new InvalidOperationException("The task removes metadata.");

    public void CopyMetadataTo(ITaskItem destinationItem) => throw new InvalidOperationException("The task copies metadata.");

    public IDictionary CloneCustomMetadata() => new Hashtable();
}
