using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a sum or product: that of both operands.</summary>
internal static class ElementwiseShape
{
    public static ShapedLayer? Infer(ElementwiseDeclaration layer, LayerScope scope)
    {
        (TensorShape left, TensorShape right) = (scope.Operands[0], scope.Operands[1]);
        if (left != right)
        {
            string verb = layer.Kind == ElementwiseKind.Add ? "adds" : "multiplies";
            return scope.Report(
                ShapeDescriptors.ElementwiseShapes, null, verb, left, scope.OriginOf(0), right, scope.OriginOf(1));
        }

        return scope.Fits(left, 0, null) ? new ShapedElementwise(layer.Name, left, scope.ParameterOffset, layer.Kind) : null;
    }
}
