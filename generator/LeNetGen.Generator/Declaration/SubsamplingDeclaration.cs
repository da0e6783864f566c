namespace LeNetGen.Generator.Declaration;

/// <summary><c>[Subsampling2D(poolSize, …, Activation)]</c>.</summary>
internal sealed record SubsamplingDeclaration(string Name, WindowDeclaration Window) : LayerDeclaration(Name)
{
    public override bool HasParameters => true;

    public static SubsamplingDeclaration Read(string name, WrittenArguments arguments) =>
        new(name, WindowDeclaration.Read(arguments, "pool", stride: null))
        {
            Activation = arguments.Activation(),
            NegativeSlope = arguments.OptionalSingle("NegativeSlope"),
            Kernel = InitializerDeclaration.Read(arguments, "Kernel"),
            Bias = InitializerDeclaration.Read(arguments, "Bias"),
        };
}
