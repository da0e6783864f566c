using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

/// <summary>A diagnostic that a test expects.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Span">The very text under the squiggle.</param>
/// <param name="Message">The whole sentence; null for the compiler's own, whose wording is not ours.</param>
internal sealed record Expected(string Id, string Span, string? Message = null)
{
    /// <summary>Whether it only tells something of a sound network.</summary>
    public bool IsInfo => DiagnosticCatalogue.All.Any(
        descriptor => descriptor.Id == Id && descriptor.DefaultSeverity == DiagnosticSeverity.Info);

    public override string ToString() => $"{Id} at '{Span}': {Message ?? "(any message)"}";
}
