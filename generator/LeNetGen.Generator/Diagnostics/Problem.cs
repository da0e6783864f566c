using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>Something wrong with a declaration. Comparable, so that it can travel through the generator's pipeline.</summary>
/// <param name="Id">The diagnostic, such as <c>LNG2003</c>.</param>
/// <param name="Anchor">Where it lies.</param>
/// <param name="Arguments">What the message's format asks for.</param>
internal sealed record Problem(string Id, Anchor Anchor, EquatableArray<string> Arguments)
{
    public static Problem Of(DiagnosticDescriptor descriptor, Anchor anchor, params object[] arguments) => new(
        descriptor.Id,
        anchor,
        arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)).ToEquatableArray());

    /// <summary>The key of <see cref="Remedy"/> among a diagnostic's properties.</summary>
    public const string RemedyProperty = "Remedy";

    /// <summary>The number that would do in place of the one at fault, the nearest to it; null where none is known.</summary>
    public int? Remedy { get; private init; }

    /// <summary>The same problem with the number that would do.</summary>
    public Problem Proposing(int? remedy) => this with { Remedy = remedy };

    /// <summary>What a code fix needs besides the place.</summary>
    public ImmutableDictionary<string, string?> Properties => Remedy is not { } remedy
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(RemedyProperty, remedy.ToString(CultureInfo.InvariantCulture));

    public DiagnosticDescriptor Descriptor => DiagnosticCatalogue.Find(Id);

    public DiagnosticSeverity Severity => Descriptor.DefaultSeverity;

    /// <summary>Whether no network can be made; a warning says that part of the declaration is to no use.</summary>
    public bool IsError => Severity == DiagnosticSeverity.Error;

    public string Message => string.Format(
        CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments.ToArray<object>());
}
