namespace LeNetGen.Generator.Declaration;

/// <summary><c>[Conv2D(filters, kernelSize, …, Activation)]</c>.</summary>
internal sealed record ConvolutionDeclaration(string Name, int Filters, WindowDeclaration Window) : LayerDeclaration(Name)
{
    /// <summary>Which filter, a column, reads which input channel, a row; null where every filter reads all.</summary>
    public BinaryTable? Connections { get; init; }

    public override bool HasParameters => true;

    public static ConvolutionDeclaration Read(string name, WrittenArguments arguments) => new(
        name,
        arguments.Integer("filters"),
        WindowDeclaration.Read(arguments, "kernel", stride: 1))
    {
        Connections = arguments.Texts(nameof(Connections)) is { } rows ? BinaryTable.Of(rows) : null,
        Activation = arguments.Activation(),
        NegativeSlope = arguments.OptionalSingle("NegativeSlope"),
        Kernel = InitializerDeclaration.Read(arguments, "Kernel"),
        Bias = InitializerDeclaration.Read(arguments, "Bias"),
        Unroll = arguments.Unroll(),
    };
}
