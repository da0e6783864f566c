using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Declaration;

/// <summary><c>[AveragePooling2D(poolSize, …)]</c> and <c>[MaxPooling2D(poolSize, …)]</c>.</summary>
internal sealed record PoolingDeclaration(string Name, PoolingKind Kind, WindowDeclaration Window) : LayerDeclaration(Name)
{
    public static PoolingDeclaration ReadAverage(string name, WrittenArguments arguments) =>
        new(name, PoolingKind.Average, WindowDeclaration.Read(arguments, "pool", stride: null));

    public static PoolingDeclaration ReadMax(string name, WrittenArguments arguments) =>
        new(name, PoolingKind.Max, WindowDeclaration.Read(arguments, "pool", stride: null));
}
