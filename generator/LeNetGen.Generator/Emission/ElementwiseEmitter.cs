using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes activations, and the derivative of the last one, as loops over a buffer.</summary>
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
            writer.Line(vector.Store($"({ActivationExpression.Gradient(step.Activation, vector, "dy", "y")})", "gradient", "element"));
        }
    }
}
