using LeNetGen.Generator.Diagnostics;
using Microsoft.Build.Framework;

namespace LeNetGen.Build;

/// <summary>A task of the package's targets: what all of them have to do with MSBuild.</summary>
public abstract class NetworkTask : ITask
{
    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost HostObject { get; set; } = null!;

    /// <inheritdoc/>
    public abstract bool Execute();

    /// <summary>Tells the user of something in a file, with the address of the page that says more.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="file">The file, as the user calls it.</param>
    /// <param name="sentence">One sentence.</param>
    private protected void Report(BuildMessage what, string file, string sentence)
    {
        string link = HelpLink.Of(what.Id), sender = GetType().Name;
        if (what.IsError)
        {
            BuildEngine.LogErrorEvent(new BuildErrorEventArgs(
                subcategory: null, what.Id, file, lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0, sentence,
                helpKeyword: null, sender, link, DateTime.UtcNow));
        }
        else
        {
            BuildEngine.LogWarningEvent(new BuildWarningEventArgs(
                subcategory: null, what.Id, file, lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0, sentence,
                helpKeyword: null, sender, link, DateTime.UtcNow));
        }
    }
}
