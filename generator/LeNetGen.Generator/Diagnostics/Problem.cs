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

    public DiagnosticDescriptor Descriptor => DiagnosticCatalogue.Find(Id);

    /// <summary>Whether no network can be made; a warning says that part of the declaration is to no use.</summary>
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public string Message => string.Format(
        CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments.ToArray<object>());
}
