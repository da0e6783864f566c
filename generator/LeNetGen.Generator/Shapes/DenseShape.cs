using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a dense layer.</summary>
internal static class DenseShape
{
    public static ShapedLayer? Infer(DenseDeclaration layer, LayerScope scope)
    {
        if (!scope.Input.IsVector)
        {
            return scope.Report(
                ShapeDescriptors.VectorExpected, null,
                scope.Input, scope.Origin, scope.IsCall ? "call Flatten on it first" : "insert [Flatten] above it");
        }

        if (scope.Owner is { } owner && owner.Input != scope.Input)
            return scope.Report(ShapeDescriptors.SharedInput, null, scope.Input, scope.Origin, owner.Name, owner.Input, "shape");
        TensorShape output = TensorShape.Vector(layer.Units);
        return scope.Fits(output, scope.Input.Length, "units")
            ? new ShapedDense(layer.Name, scope.Input, output, layer.Function, scope.ParameterOffset)
            : null;
    }
}
