using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Declaration;

/// <summary>A network as its attributes declare it, right or wrong; it says nothing of where it stands in the source.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">What [Network] and [Input] say.</param>
/// <param name="Layers">The layers, top to bottom.</param>
/// <param name="TakenNames">Those of the layers' names that mean something else in the class already.</param>
/// <param name="OwnMembers">Those of <see cref="GainedMembers"/> that the class declares itself.</param>
/// <param name="Problems">What is wrong with the class, rather than with the network.</param>
/// <param name="IsReadable">Whether every attribute has values, so that the compiler itself finds no fault with them.</param>
internal sealed record NetworkDeclaration(
    NetworkType Type,
    InputDeclaration Input,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<string> TakenNames,
    EquatableArray<string> OwnMembers,
    EquatableArray<Problem> Problems,
    bool IsReadable)
{
    /// <summary>What [Network] says of all layers' weights before training.</summary>
    public InitializerDeclaration Kernel { get; init; }

    /// <summary>What [Network] says of all layers' biases before training.</summary>
    public InitializerDeclaration Bias { get; init; }
}
