namespace LeNetGen.Generator.Declaration;

/// <summary><c>[Conv2D(filters, kernelSize, Strides, Padding, Activation)]</c>.</summary>
internal sealed record ConvolutionDeclaration(string Name, int Filters, int KernelSize, int Strides, Padding Padding)
    : LayerDeclaration(Name)
{
    public override bool HasParameters => true;

    public static ConvolutionDeclaration Read(string name, AttributeArguments arguments) => new(
        name,
        arguments.Integer("filters"),
        arguments.Integer("kernelSize"),
        arguments.Integer("Strides", 1),
        (Padding)arguments.Integer("Padding", (int)Padding.Valid))
    {
        Activation = arguments.Activation(),
        NegativeSlope = arguments.OptionalSingle("NegativeSlope"),
        Kernel = InitializerDeclaration.Read(arguments, "Kernel"),
        Bias = InitializerDeclaration.Read(arguments, "Bias"),
    };
}
