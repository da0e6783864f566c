namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Convolutions.</summary>
internal sealed class ConvolutionKind() : LayerKind(typeof(Conv2DAttribute), share: 6)
{
    /// <inheritdoc/>
    public override bool Reads(Shape input) => !input.IsVector;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input)
    {
        int filters = EdgeSizes.Draw(random, 33);
        DrawnWindows windows = DrawnWindows.Draw(random, input, isPooling: false);
        Shape output = windows.Output(filters);
        long taps = (long)input.Channels * windows.Elements;
        LayerArguments arguments = windows.Write(new LayerArguments(random).Add(filters)).Activated().Initialized()
            .Unrolled(output.Length * taps);
        return new DrawnLayer(arguments, output, output.Length * taps, (taps + 1) * filters);
    }
}
