using System.Text;
using LeNetGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the nested class that holds a network's kernels at one vector width.</summary>
internal sealed class KernelsEmitter
{
    private readonly SourceWriter _writer;
    private readonly NetworkPlan _plan;

    private KernelsEmitter(SourceWriter writer, NetworkPlan plan) => (_writer, _plan) = (writer, plan);

    /// <summary>The nested class's name, such as <c>Kernels512</c>.</summary>
    public static string ClassName(int lanes) => lanes == 1 ? "KernelsScalar" : "Kernels" + Of(32 * lanes);

    public static void Emit(SourceProductionContext context, NetworkPlan plan) =>
        context.AddSource($"{plan.Network.Type.HintName}.{ClassName(plan.Lanes)}.g.cs", SourceText.From(Write(plan), Encoding.UTF8));

    public static string Write(NetworkPlan plan) => NetworkFile.Write(
        plan.Network.Type,
        [$"The kernels of {plan.Network.Type.Name} {WidthText(plan.Lanes)}, written by LeNetGen. Their arithmetic is that of LeNetGen's docs/arithmetic.md."],
        baseClass: null,
        writer => new KernelsEmitter(writer, plan).EmitClass(),
        "System",
        "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices",
        "System.Runtime.Intrinsics",
        "LeNetGen.Arithmetic",
        "LeNetGen.Execution");

    private static string WidthText(int lanes) => lanes == 1 ? "in scalar code" : $"at {Of(32 * lanes)} bits";

    private void EmitClass()
    {
        string widthName = _plan.Lanes == 1 ? "Scalar" : "Bits" + Of(32 * _plan.Lanes);
        string name = ClassName(_plan.Lanes);
        _writer.Line($"/// <summary>Forward and backward passes {WidthText(_plan.Lanes)}.</summary>");
        _writer.Line("/// <remarks>");
        _writer.Line("/// A block is 16 images: element e of image i lies at e * 16 + i. In comments, [a, b] are the dimensions of a buffer of floats;");
        _writer.Line("/// x is what a layer reads, y what it writes, dz the gradient before its activation.");
        _writer.Line("/// </remarks>");
        using (_writer.Braces($"private sealed class {name} : NetworkKernels"))
        {
            _writer.Line($"public static {name} Instance {{ get; }} = new {name}();");
            _writer.Line();
            _writer.Line($"public override VectorWidth Width => VectorWidth.{widthName};");
            _writer.Line();
            _writer.Line($"public override int WorkspaceLength => {Of(_plan.WorkspaceLength)};");
            _writer.Line();
            _writer.Line($"public override int OutputOffset => {Of(_plan.Output.Offset)};");
            _writer.Line();
            _writer.Line($"public override int OutputGradientOffset => {Of(_plan.OutputGradient.Offset)};");
            _writer.Line();
            _writer.Line($"public override int PackedLength => {Of(_plan.PackedLength)};");
            _writer.Line();
            _writer.Line($"public override int SingleWorkspaceLength => {Of(_plan.SingleWorkspaceLength)};");
            _writer.Line();
            EmitPass("public override void Forward(ReadOnlySpan<float> parameters, Span<float> workspace)", _plan.Forward);
            _writer.Line();
            EmitPass("public override void Backward(ReadOnlySpan<float> parameters, Span<float> workspace, Span<float> gradient)", _plan.Backward);
            _writer.Line();
            EmitPass("public override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)", _plan.Pack);
            _writer.Line();
            EmitPass(
                "public override void PredictOne(ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output)",
                _plan.Single,
                isSingle: true);
            foreach (KernelStep step in _plan.Forward.Concat(_plan.Backward).Concat(_plan.Single))
                EmitKernel(step);
        }
    }

    private void EmitPass(string signature, EquatableArray<KernelStep> steps, bool isSingle = false)
    {
        using (_writer.Braces(signature))
        {
            List<Operand> operands = [.. steps.SelectMany(step => step.Operands).Distinct()];
            foreach (Memory memory in operands.Select(operand => operand.Memory).Distinct())
                _writer.Line($"ArgumentOutOfRangeException.ThrowIfLessThan({NameOf(memory)}.Length, {LengthOf(memory, isSingle)});");
            foreach (Operand operand in operands)
            {
                string start = $"MemoryMarshal.GetReference({NameOf(operand.Memory)})";
                string place = operand.Offset == 0 ? $"ref {start}" : $"ref Unsafe.Add(ref {start}, {Of(operand.Offset)})";
                _writer.Line($"ref float {LocalOf(operand)} = {place}; // {operand.Shape}");
            }

            foreach (KernelStep step in steps)
                _writer.Line(Call(step));
        }
    }

    /// <summary>Layers may be called like a parameter or a keyword; the @ and the ending keep their places apart from both.</summary>
    private static string LocalOf(Operand operand) => operand.Name + "_" + operand.Memory.ToString().ToLowerInvariant();

    private static string NameOf(Memory memory) => memory.ToString().ToLowerInvariant();

    private static string LengthOf(Memory memory, bool isSingle) => memory switch
    {
        Memory.Parameters or Memory.Gradient => "ParameterCount",
        Memory.Packed => "PackedLength",
        Memory.Image => "InputLength",
        Memory.Output => "OutputLength",
        _ => isSingle ? "SingleWorkspaceLength" : "WorkspaceLength",
    };

    private static string Call(KernelStep step)
    {
        string Arguments(params Operand?[] operands) => string.Join(", ", operands.Where(operand => operand is not null).Select(operand => "ref " + LocalOf(operand!)));
        return step switch
        {
            CorrelationStep s => $"{s.Kernel.Name}({Arguments(s.Source, s.Weight, s.Bias, s.Target)});",
            PoolingStep s => $"{s.Kernel.Name}({Arguments(s.Source, s.Target)});",
            PoolingGradientStep s => $"{s.Kernel.Name}({Arguments(s.Gradient, s.Target)});",
            ActivationStep s => $"{s.Name}({Arguments(s.Target)});",
            OutputDerivativeStep s => $"{s.Name}({Arguments(s.Output, s.Gradient)});",
            ConvolutionGradientStep s => $"{s.Kernel.Name}({Arguments(s.Source, s.OutputGradient, s.Scratch, s.Target)});",
            DenseGradientStep s =>
                $"BlockLayout.ToImageMajor({Arguments(s.Source, s.ImageMajor)}, {Of(s.Kernel.Layer.Input.Length)});\n"
                + $"{s.Kernel.Name}({Arguments(s.ImageMajor, s.OutputGradient, s.Target)});",
            BiasGradientStep s => s.Kernel.Pixels == 1
                ? $"{s.Kernel.Name}({Arguments(s.OutputGradient, s.Target)});"
                : $"{s.Kernel.Name}({Arguments(s.OutputGradient, s.Scratch, s.Target)});",
            ReorderStep s => $"BlockLayout.ToPlanar({Arguments(s.Source, s.Target)}, {Of(s.Channels)}, {Of(s.Pixels)}, {Of(s.PixelStride)});",
            PackStep s => $"BlockLayout.Transpose({Arguments(s.Source, s.Target)}, {Of(s.TargetChannels)}, {Of(s.WeightsOfChannel)}, {Of(s.RowLength)});",
            _ => throw new InvalidOperationException($"No call is written for a {step.GetType().Name}."),
        };
    }

    private void EmitKernel(KernelStep step)
    {
        if (step is ReorderStep or PackStep)
            return;
        _writer.Line();
        switch (step)
        {
            case CorrelationStep s:
                CorrelationEmitter.Emit(_writer, s.Kernel);
                break;
            case PoolingStep s:
                PoolingEmitter.EmitForward(_writer, s.Kernel);
                break;
            case PoolingGradientStep s:
                PoolingEmitter.EmitInputGradient(_writer, s.Kernel);
                break;
            case ActivationStep s:
                ElementwiseEmitter.EmitActivation(_writer, s);
                break;
            case OutputDerivativeStep s:
                ElementwiseEmitter.EmitOutputDerivative(_writer, s);
                break;
            case ConvolutionGradientStep s:
                ConvolutionWeightGradientEmitter.Emit(_writer, s.Kernel);
                break;
            case DenseGradientStep s:
                DenseWeightGradientEmitter.Emit(_writer, s.Kernel);
                break;
            case BiasGradientStep s:
                BiasGradientEmitter.Emit(_writer, s.Kernel);
                break;
        }
    }
}
