using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a dense layer.</summary>
internal static class DenseShape
{
    public static ShapedLayer? Infer(DenseDeclaration layer, LayerScope scope)
    {
        if (!scope.Input.IsVector)
            return scope.Report(ShapeDescriptors.VectorExpected, null, scope.Input, scope.Origin);
        TensorShape output = TensorShape.Vector(layer.Units);
        return scope.Fits(output, scope.Input.Length, "units")
            ? new ShapedDense(layer.Name, scope.Input, output, layer.Function, scope.ParameterOffset)
            : null;
    }
}
