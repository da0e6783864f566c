using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of radial basis functions: an output for each code.</summary>
internal static class RbfShape
{
    public static ShapedLayer? Infer(RbfDeclaration layer, LayerScope scope)
    {
        if (!scope.Input.IsVector)
        {
            return scope.Report(
                ShapeDescriptors.VectorExpected, null,
                scope.Input, scope.Origin, scope.IsCall ? "call Flatten on it first" : "insert [Flatten] above it");
        }

        if (layer.Codes.Columns != scope.Input.Length)
        {
            return scope.Report(
                ShapeDescriptors.CodeLength, "codes", layer.Codes.Columns, scope.Input.Length, scope.Origin);
        }

        TensorShape output = TensorShape.Vector(layer.Codes.Rows.Count);
        return scope.Fits(output, 0, null)
            ? new ShapedRbf(layer.Name, scope.Input, output, scope.ParameterOffset, layer.Codes)
            : null;
    }
}
