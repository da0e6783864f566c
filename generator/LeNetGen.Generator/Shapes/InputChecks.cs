using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Emission;

namespace LeNetGen.Generator.Shapes;

/// <summary>Checks [Network] and [Input] by themselves.</summary>
internal static class InputChecks
{
    /// <summary>What is wrong with the input's shape, so that no layer's shape can be known.</summary>
    public static IEnumerable<Problem> OfShape(NetworkDeclaration declaration)
    {
        InputDeclaration input = declaration.Input;
        string subject = $"Network '{declaration.Type.Name}'";
        (string Argument, int Value)[] sizes = [("channels", input.Channels), ("height", input.Height), ("width", input.Width)];
        Problem[] problems = sizes
            .Where(size => size.Value < 1)
            .Select(size => Problem
                .Of(ShapeDescriptors.SizeNotPositive, Anchor.OfNetwork(size.Argument), subject, size.Argument, size.Value)
                .Proposing(1))
            .ToArray();
        long elements = SizeLimits.Elements(input);
        if (problems.Length > 0 || elements <= SizeLimits.Activations)
            return problems;
        return
        [
            Problem.Of(
                ShapeDescriptors.TooManyElements,
                Anchor.OfNetwork(),
                subject,
                $"the input {new TensorShape(input.Channels, input.Height, input.Width)}",
                Literal.Grouped(elements),
                Literal.Grouped(SizeLimits.Activations)),
        ];
    }

    /// <summary>What is wrong with the treatment of raw pixels.</summary>
    public static IEnumerable<Problem> OfPixels(NetworkDeclaration declaration)
    {
        InputDeclaration input = declaration.Input;
        string network = declaration.Type.Name;
        int largestPad = (Math.Min(input.Height, input.Width) - 1) / 2;
        if (input.Height > 0 && input.Width > 0 && (input.Pad < 0 || input.Pad > largestPad))
        {
            yield return Problem
                .Of(ShapeDescriptors.PadOutOfRange, Anchor.OfInput("Pad"), network, input.Pad, input.Height, input.Width, largestPad)
                .Proposing(input.Pad < 0 ? 0 : largestPad);
        }

        if (!IsFinite(input.Scale))
            yield return Problem.Of(DeclarationDescriptors.PixelValueNotFinite, Anchor.OfInput("Scale"), network, "Scale", input.Scale);
        if (input.Scale == 0)
            yield return Problem.Of(DeclarationDescriptors.ScaleZero, Anchor.OfInput("Scale"), network);
        if (!IsFinite(input.Offset))
            yield return Problem.Of(DeclarationDescriptors.PixelValueNotFinite, Anchor.OfInput("Offset"), network, "Offset", input.Offset);
    }

    private static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);
}
