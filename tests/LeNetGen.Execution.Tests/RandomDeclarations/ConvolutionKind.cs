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
        if (random.Next(4) != 0)
            return new DrawnLayer(arguments, output, output.Length * taps, (taps + 1) * filters);
        string[] rows = Marks.DrawConnections(random, input.Channels, filters);
        long kernels = rows.Sum(row => row.Count(character => character == 'X'));
        long area = (long)output.Height * output.Width;
        return new DrawnLayer(
            arguments.Connected(rows), output, kernels * windows.Elements * area, kernels * windows.Elements + filters);
    }
}
