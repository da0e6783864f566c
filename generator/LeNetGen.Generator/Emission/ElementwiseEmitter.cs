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
        using (step.Strips is null ? Loop(writer, step.Length, step.Lanes) : LoopOverRows(writer, step.Layer!.Output, step.Lanes))
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
            writer.Line(StoreOfGradient(vector, step.Activation, "dy", "y", "gradient"));
        }
    }

    public static void EmitForward(SourceWriter writer, ElementwiseStep step)
    {
        VectorDialect vector = VectorDialect.WithLanes(step.Lanes);
        var signature = new KernelSignature(step);
        string operation = step.Operator switch
        {
            '+' => "sum of two tensors",
            '*' => "product of two tensors",
            _ => step.Activation == ActivationFunction.None ? "copy" : $"{step.Activation.Kind}",
        };
        string activation = step.Operator is not null && step.Activation != ActivationFunction.None ? $", then {step.Activation.Kind}" : "";
        writer.Documentation($"<summary>{step.Layer!.Name}: {operation}{activation}, {Grouped(step.Length)} elements.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(step.Method)))
        using (Loop(writer, step.Length, step.Lanes))
        {
            string value = step.Operator is null
                ? vector.Load("x", "element")
                : $"{vector.Load("a", "element")} {step.Operator} {vector.Load("b", "element")}";
            writer.Line($"var z = {value};");
            writer.Line(vector.Store(ActivationExpression.Value(step.Activation, vector, "z"), "y", "element"));
        }
    }

    public static void EmitGradient(SourceWriter writer, ElementwiseGradientStep step)
    {
        VectorDialect vector = VectorDialect.WithLanes(step.Lanes);
        var signature = new KernelSignature(step);
        writer.Documentation(
            $"<summary>{step.Layer!.Name}: gradient of what it reads, from that of its output{DerivativesOf(step)}.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(step.Method)))
        using (Loop(writer, step.Length, step.Lanes))
        {
            // A place that is written may be one that another input's gradient is computed from.
            bool sharesOutput = step.Inputs.Sum(input => input.Factors.Count) > 1;
            if (sharesOutput)
                writer.Line($"var gradient = {vector.Load("dz", "element")};");
            string gradient = sharesOutput ? "gradient" : vector.Load("dz", "element");
            for (int input = 0; input < step.Inputs.Count; input++)
                EmitShare(writer, vector, step.Inputs[input], gradient, step.SuffixOf(input));
            for (int input = 0; input < step.Inputs.Count; input++)
            {
                string suffix = step.SuffixOf(input);
                writer.Line(StoreOfGradient(vector, step.Inputs[input].Derivative, "dy" + suffix, "y" + suffix, "dx" + suffix));
            }
        }
    }

    private static void EmitShare(SourceWriter writer, VectorDialect vector, InputShare input, string gradient, string suffix)
    {
        IEnumerable<string> terms = input.Factors.Select(factor =>
            factor.Place is null ? gradient : $"{gradient} * {vector.Load(factor.Name + suffix, "element")}");
        if (input.Shares is not null)
            terms = terms.Prepend(vector.Load("shares" + suffix, "element"));
        writer.Line($"var dy{suffix} = {string.Join(" + ", terms)};");
        if (input.Derivative.HasDerivative)
            writer.Line($"var y{suffix} = {vector.Load("dx" + suffix, "element")};");
    }

    private static string DerivativesOf(ElementwiseGradientStep step)
    {
        string[] kinds = [.. step.Inputs
            .Where(input => input.Derivative.HasDerivative)
            .Select(input => input.Derivative.Kind.ToString())
            .Distinct()];
        return kinds.Length == 0 ? "" : $", times the derivative of {string.Join(" and ", kinds)} there";
    }

    /// <summary>Loops over the elements of the rows that a kernel is given, which follow one another in each channel.</summary>
    private static IDisposable LoopOverRows(SourceWriter writer, TensorShape shape, int lanes)
    {
        BufferStrides strides = BufferStrides.OfSlice(shape, lanes);
        string Start(string row) => IndexExpression.Sum(0, ("channel", strides.Channel), (row, strides.Row));
        return writer.LoopNest(
            SourceWriter.LoopHeader("channel", shape.Channels),
            $"for (nint element = {Start("firstRow")}; element < {Start("endRow")}; element += {Of(lanes)})")!;
    }

    private static IDisposable Loop(SourceWriter writer, int length, int lanes) =>
        writer.Braces($"for (nint element = 0; element < {Of(length)}; element += {Of(lanes)})");

    /// <summary>Stores a gradient, times the derivative of an activation.</summary>
    /// <param name="gradient">The variable of the gradient.</param>
    /// <param name="y">The variable of the activation's output.</param>
    private static string StoreOfGradient(VectorDialect vector, ActivationFunction activation, string gradient, string y, string target)
    {
        string value = ActivationExpression.Gradient(activation, vector, gradient, y);
        bool isProduct = activation.IsSeparate;
        return vector.Store(isProduct && vector.Lanes > 1 ? $"({value})" : value, target, "element");
    }
}
