using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Shapes;

/// <summary>Where the windows of a convolution or pooling layer lie; what its shape and its kernels follow from.</summary>
/// <param name="Rows">Windows below one another.</param>
/// <param name="Columns">Windows side by side.</param>
/// <param name="Pads">The padding.</param>
internal readonly record struct WindowShape(int Rows, int Columns, Pads Pads)
{
    /// <summary>The windows over a layer's input, or null where it is no image or a window does not fit it, which is reported.</summary>
    public static WindowShape? Infer(WindowDeclaration window, LayerScope scope, DiagnosticDescriptor tooLarge)
    {
        TensorShape input = scope.Input;
        if (input.IsVector)
        {
            scope.Report(
                ShapeDescriptors.ImageExpected, null, input.Length, scope.Origin, scope.IsCall ? "call it before" : "move it above");
            return null;
        }

        bool isSame = window.Padding == Padding.Same;
        (long height, long padTop, long padBottom) = Extent(input.Height, window.Rows, isSame);
        (long width, long padLeft, long padRight) = Extent(input.Width, window.Columns, isSame);
        if (height < 1 || width < 1)
        {
            Report(window, scope, tooLarge, isHeight: height < 1);
            return null;
        }

        return new WindowShape((int)height, (int)width, new Pads((int)padTop, (int)padBottom, (int)padLeft, (int)padRight, isSame));
    }

    /// <summary>Whether places in the padded input can be addressed; reports where they cannot.</summary>
    public bool FitPadded(WindowDeclaration window, LayerScope scope)
    {
        bool areRows = (long)Pads.Top + Pads.Bottom >= (long)Pads.Left + Pads.Right;
        WindowAxis axis = areRows ? window.Rows : window.Columns;
        DeclaredNumber pad = axis.PadBefore.Value >= axis.PadAfter.Value ? axis.PadBefore : axis.PadAfter;
        return scope.FitsPadded(Pads, Pads.AreSame ? axis.Size.Argument : pad.Argument);
    }

    /// <summary>Output pixels along one side, not positive where no window fits, and the padding before and after; Keras' rules.</summary>
    private static (long Size, long PadBefore, long PadAfter) Extent(long input, WindowAxis axis, bool isSame)
    {
        long stride = axis.Stride.Value, window = axis.Size.Value;
        if (isSame)
        {
            long size = (input + stride - 1) / stride;
            long pad = Math.Max((size - 1) * stride + window - input, 0);
            return (size, pad / 2, pad - pad / 2);
        }

        long rest = Padded(input, axis) - window;
        return (rest < 0 ? 0 : rest / stride + 1, axis.PadBefore.Value, axis.PadAfter.Value);
    }

    private static long Padded(long input, WindowAxis axis) => input + axis.PadBefore.Value + axis.PadAfter.Value;

    private static void Report(WindowDeclaration window, LayerScope scope, DiagnosticDescriptor tooLarge, bool isHeight)
    {
        TensorShape input = scope.Input;
        long height = Padded(input.Height, window.Rows), width = Padded(input.Width, window.Columns);
        bool isPadded = (height, width) != (input.Height, input.Width);
        DeclaredNumber wrong = isHeight ? window.Rows.Size : window.Columns.Size;
        bool isSquare = window.Rows.Size.Argument == window.Columns.Size.Argument;
        long most = isSquare ? Math.Min(height, width) : isHeight ? height : width;
        scope.Report(
            tooLarge,
            wrong.Argument,
            window.Rows.Size.Value,
            window.Columns.Size.Value,
            FormattableString.Invariant($"{input.Height}x{input.Width}")
                + (isPadded ? FormattableString.Invariant($" (with padding {height}x{width})") : ""),
            scope.Origin,
            wrong.Argument,
            most,
            PaddingRemedy.Of(window, scope.IsFunction));
        scope.Propose(most <= int.MaxValue ? (int)most : null);
    }
}
