using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of dropout: that of its input.</summary>
internal static class DropoutShape
{
    public static ShapedLayer? Infer(DropoutDeclaration layer, LayerScope scope) =>
        scope.Fits(scope.Input, 0, null) ? new ShapedDropout(layer.Name, scope.Input, scope.ParameterOffset, layer.Rate) : null;
}
