using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a flattened image; a vector stays as it is.</summary>
internal static class FlattenShape
{
    public static ShapedLayer? Infer(FlattenDeclaration layer, LayerScope scope)
    {
        TensorShape output = TensorShape.Vector(scope.Input.Length);
        return scope.Fits(output, 0, null) ? new ShapedFlatten(layer.Name, scope.Input, output, scope.ParameterOffset) : null;
    }
}
