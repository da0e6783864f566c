using System.Collections;
using Microsoft.Build.Framework;

namespace LeNetGen.Package.Tests.Weights;

/// <summary>What a task says to MSBuild.</summary>
internal sealed class RecordingBuildEngine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "test.csproj";

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Assert.Fail($"An unexpected warning: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e) => Assert.Fail($"An unexpected message: {e.Message}");

    public void LogCustomEvent(CustomBuildEventArgs e) => Assert.Fail($"An unexpected event: {e.Message}");

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new InvalidOperationException("The task builds another project.");
}
