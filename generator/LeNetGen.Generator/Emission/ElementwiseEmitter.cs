using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes activations, the derivative of the last one, and the gradients of dropouts, as loops over a buffer.</summary>
internal static class ElementwiseEmitter
{
    public static void EmitActivation(SourceWriter writer, ActivationStep step)
    {
        VectorDialect vector = VectorDialect.WithLanes(step.Lanes);
        var signature = new KernelSignature(step);
        writer.Line($"/// <summary>{step.Activation.Kind} of {Grouped(step.Length)} elements, in place.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(step.Method)))
        using (writer.Braces($"for (nint element = 0; element < {Of(step.Length)}; element += {Of(step.Lanes)})"))
        {
            writer.Line($"var z = {vector.Load("y", "element")};");
            writer.Line(vector.Store(ActivationExpression.Value(step.Activation, vector, "z"), "y", "element"));
        }
    }

    public static void EmitOutputDerivative(SourceWriter writer, OutputDerivativeStep step)
    {
        VectorDialect vector = VectorDialect.WithLanes(step.Lanes);
        var signature = new KernelSignature(step);
        writer.Line($"/// <summary>The output's gradient times the derivative of {step.Activation.Kind}, in place.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(step.Method)))
        using (writer.Braces($"for (nint element = 0; element < {Of(step.Length)}; element += {Of(step.Lanes)})"))
        {
            writer.Line($"var y = {vector.Load("output", "element")};");
            writer.Line($"var dy = {vector.Load("gradient", "element")};");
            writer.Line(StoreOfGradient(vector, step.Activation, "gradient"));
        }
    }

    public static void EmitDropoutGradient(SourceWriter writer, DropoutGradientStep step)
    {
        VectorDialect vector = VectorDialect.WithLanes(step.Lanes);
        var signature = new KernelSignature(step);
        ShapedDropout layer = step.Dropout;
        string derivative = step.Derivative.HasDerivative ? $", times the derivative of {step.Derivative.Kind} there" : "";
        writer.Documentation(
            $"<summary>{layer.Name}: gradient of its input {layer.Input} from that of its output{derivative}; "
            + "it replaces the input.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(step.Method)))
        using (writer.Braces($"for (nint element = 0; element < {Of(step.Length)}; element += {Of(step.Lanes)})"))
        {
            writer.Line($"var dy = {vector.Load("dz", "element")} * {vector.Load("mask", "element")};");
            if (step.Derivative.HasDerivative)
                writer.Line($"var y = {vector.Load("dx", "element")};");
            writer.Line(StoreOfGradient(vector, step.Derivative, "dx"));
        }
    }

    /// <summary>Stores dy, times the derivative of an activation whose output is y.</summary>
    private static string StoreOfGradient(VectorDialect vector, ActivationFunction activation, string target)
    {
        string gradient = ActivationExpression.Gradient(activation, vector, "dy", "y");
        bool isProduct = activation.Kind is Activation.Sigmoid or Activation.Tanh;
        return vector.Store(isProduct && vector.Lanes > 1 ? $"({gradient})" : gradient, target, "element");
    }
}
