using LeNetGen.Generator.Declaration.Graph;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Declaration;

/// <summary>A network as its class declares it, right or wrong; it says nothing of where it stands in the source.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">What [Network] and [Input] say.</param>
/// <param name="Layers">The layers, top to bottom or in the order of calls; each reads earlier ones.</param>
/// <param name="TakenNames">Those of the names of layers' properties that mean something else in the class already.</param>
/// <param name="OwnMembers">
/// What the class has with the names of <see cref="GainedMembers"/> of any mode, written as they are; the class's own name counts.
/// </param>
/// <param name="Problems">What is wrong with the class, rather than with the network.</param>
/// <param name="IsReadable">Whether the compiler itself finds no fault with the attributes and Forward.</param>
internal sealed record NetworkDeclaration(
    NetworkType Type,
    InputDeclaration Input,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<string> TakenNames,
    EquatableArray<string> OwnMembers,
    EquatableArray<Problem> Problems,
    bool IsReadable)
{
    /// <summary>What the class declares by methods; null where its layers are attributes.</summary>
    public GraphDeclaration? Graph { get; init; }

    /// <summary>
    /// The calls in Forward that reach nothing and are left out of the network; what they read are layers and, counted on from those, one
    /// another. They must be sound all the same: Forward can be run, and runs them.
    /// </summary>
    public EquatableArray<LayerDeclaration> LeftOut { get; init; }

    /// <summary>Whether it is known what each layer reads.</summary>
    public bool IsConnected { get; init; } = true;

    /// <summary>What [Network] says of all layers' weights before training.</summary>
    public InitializerDeclaration Kernel { get; init; }

    /// <summary>What [Network] says of all layers' biases before training.</summary>
    public InitializerDeclaration Bias { get; init; }
}
