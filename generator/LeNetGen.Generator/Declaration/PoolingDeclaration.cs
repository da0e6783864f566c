using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Declaration;

/// <summary><c>[AveragePooling2D(poolSize)]</c> and <c>[MaxPooling2D(poolSize)]</c>.</summary>
internal sealed record PoolingDeclaration(string Name, PoolingKind Kind, int PoolSize) : LayerDeclaration(Name)
{
    public static PoolingDeclaration ReadAverage(string name, AttributeArguments arguments) =>
        new(name, PoolingKind.Average, arguments.Integer("poolSize"));

    public static PoolingDeclaration ReadMax(string name, AttributeArguments arguments) =>
        new(name, PoolingKind.Max, arguments.Integer("poolSize"));
}
