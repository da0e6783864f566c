using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a pooling layer; windows do not overlap, and what is left over is dropped.</summary>
internal static class PoolingShape
{
    public static ShapedLayer? Infer(PoolingDeclaration layer, LayerScope scope)
    {
        TensorShape input = scope.Input;
        if (input.IsVector)
            return scope.Report(ShapeDescriptors.ImageExpected, null, input.Length, scope.Origin);
        int pool = layer.PoolSize;
        int largest = Math.Min(input.Height, input.Width);
        if (pool > largest)
            return scope.Report(ShapeDescriptors.PoolTooLarge, "poolSize", pool, input.Height, input.Width, scope.Origin, largest);

        var output = new TensorShape(input.Channels, input.Height / pool, input.Width / pool);
        return scope.Fits(output, 0, null)
            ? new ShapedPooling(layer.Name, input, output, scope.ParameterOffset, layer.Kind, pool, pool)
            : null;
    }
}
