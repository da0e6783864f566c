namespace LeNetGen.Reporting;

/// <summary>A column of a <see cref="BoxTable"/>.</summary>
/// <param name="Header">The text above it.</param>
/// <param name="AlignRight">Whether its cells end, rather than start, at one position: for numbers.</param>
internal sealed record BoxTableColumn(string Header, bool AlignRight = false);
