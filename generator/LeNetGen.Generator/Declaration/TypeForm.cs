namespace LeNetGen.Generator.Declaration;

/// <summary>How much of a network a class can be given.</summary>
internal enum TypeForm
{
    /// <summary>Everything: it derives from Network.</summary>
    Network,

    /// <summary>Every member, but not the base class: it is a record, or derives from something else.</summary>
    Underived,

    /// <summary>What needs no instance.</summary>
    Static,

    /// <summary>Nothing: it, or a type around it, cannot be reopened from another file.</summary>
    Closed,
}
