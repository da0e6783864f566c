using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of an activation by itself: that of its input.</summary>
internal static class ActivationShape
{
    public static ShapedLayer? Infer(ActivationDeclaration layer, LayerScope scope, bool isLast)
    {
        // One that is not last is wrong already.
        if (layer.Activation == Activation.Softmax && isLast && !scope.Input.IsVector)
            return scope.Report(ShapeDescriptors.SoftmaxOfImage, null);
        return scope.Fits(scope.Input, 0, null)
            ? new ShapedActivation(layer.Name, scope.Input, layer.Function, scope.ParameterOffset)
            : null;
    }
}
