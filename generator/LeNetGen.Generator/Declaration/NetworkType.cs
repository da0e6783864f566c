namespace LeNetGen.Generator.Declaration;

/// <summary>The class that carries a declaration, as the emitted code must reopen it.</summary>
/// <param name="Namespace">The namespace, or an empty string for the global one.</param>
/// <param name="ContainingTypes">The headers of the types around it, outermost first, such as <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">The class's name.</param>
internal sealed record NetworkType(string Namespace, EquatableArray<string> ContainingTypes, string Name);
