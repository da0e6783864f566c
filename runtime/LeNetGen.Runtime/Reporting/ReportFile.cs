namespace LeNetGen.Reporting;

/// <summary>A file of a report.</summary>
/// <param name="Name">Its name, such as <c>history.svg</c>.</param>
/// <param name="Content">Its text, to be written as UTF-8.</param>
public sealed record ReportFile(string Name, string Content);
