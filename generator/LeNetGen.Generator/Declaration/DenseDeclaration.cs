namespace LeNetGen.Generator.Declaration;

/// <summary><c>[Dense(units, Activation)]</c>.</summary>
internal sealed record DenseDeclaration(string Name, int Units) : LayerDeclaration(Name)
{
    public override bool HasParameters => true;

    public static DenseDeclaration Read(string name, WrittenArguments arguments) => new(name, arguments.Integer("units"))
    {
        Activation = arguments.Activation(),
        NegativeSlope = arguments.OptionalSingle("NegativeSlope"),
        Kernel = InitializerDeclaration.Read(arguments, "Kernel"),
        Bias = InitializerDeclaration.Read(arguments, "Bias"),
        Unroll = arguments.Unroll(),
    };
}
