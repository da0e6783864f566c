namespace LeNetGen.Generator.Declaration;

/// <summary>The class that carries a declaration, as the emitted code must reopen it.</summary>
/// <param name="Namespace">The namespace as C# writes it, or an empty string for the global one.</param>
/// <param name="ContainingTypes">The headers of the types around it, outermost first, such as <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">The class's name, without the <c>@</c> that C# may need before it.</param>
internal sealed record NetworkType(string Namespace, EquatableArray<string> ContainingTypes, string Name)
{
    /// <summary>The start of the names of the class's files, such as <c>Samples.LeNet</c>; no two classes share one.</summary>
    public string HintName { get; init; } = Name;

    /// <summary>The class's full name, by which a project file names it.</summary>
    public string FullName => HintName.Split(HintNames.Distinction)[0];

    /// <summary>The class's name as C# writes it, with type parameters, which only a wrong declaration has.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary><c>class</c>, or in a wrong declaration <c>record</c>.</summary>
    public string Keyword { get; init; } = "class";

    public TypeForm Form { get; init; }

    /// <summary>Whether constructors can be added that call no other one of the class.</summary>
    public bool CanGainConstructors { get; init; } = true;
}
