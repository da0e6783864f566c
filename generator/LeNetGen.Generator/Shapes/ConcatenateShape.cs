using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of nodes one after the other: the sum of their channels, or of their lengths.</summary>
internal static class ConcatenateShape
{
    public static ShapedLayer? Infer(ConcatenateDeclaration layer, LayerScope scope)
    {
        TensorShape first = scope.Input;
        for (int i = 1; i < scope.Operands.Count; i++)
        {
            TensorShape other = scope.Operands[i];
            if (other.IsVector != first.IsVector)
                return Report(ShapeDescriptors.ConcatenateKinds, i);
            if ((other.Height, other.Width) != (first.Height, first.Width))
                return Report(ShapeDescriptors.ConcatenateSizes, i);
        }

        // A sum beyond the range of int is beyond every limit as well.
        long channels = scope.Operands.Sum(operand => (long)operand.Channels);
        TensorShape output = first with { Channels = (int)Math.Min(channels, int.MaxValue) };
        return scope.Fits(output, 0, null) ? new ShapedConcatenate(layer.Name, first, output, scope.ParameterOffset) : null;

        ShapedLayer? Report(DiagnosticDescriptor descriptor, int operand) => scope.Report(
            descriptor, null, first, scope.OriginOf(0), scope.Operands[operand], scope.OriginOf(operand));
    }
}
