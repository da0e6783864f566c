using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>A two-dimensional convolution.</summary>
/// <inheritdoc cref="LayerDefinition(string, Shape, Shape)"/>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">(channels, height, width) of the input.</param>
/// <param name="Output">(filters, height, width) of the output.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="StrideHeight">Input rows from one output row to the next.</param>
/// <param name="StrideWidth">Input columns from one output column to the next.</param>
/// <param name="PadTop">Rows of padding above the input.</param>
/// <param name="PadLeft">Columns of padding to the left of the input.</param>
public sealed record Conv2DDefinition(
    string Name, Shape Input, Shape Output, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth, int PadTop, int PadLeft)
    : WeightedLayerDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Conv2D";

    /// <summary>
    /// Which filter (a column) reads which input channel (a row); null where each reads all. Only kernels that are there are parameters:
    /// the weight has shape (kernels, 1, height, width), ordered by filter, then by channel.
    /// </summary>
    public BinaryTable? Connections { get; init; }

    /// <inheritdoc/>
    public override long MultiplyAdds =>
        (long)(Connections?.Count ?? Output.Channels * Input.Channels) * KernelHeight * KernelWidth * Output.Height * Output.Width;

    private protected override ImmutableArray<int> WeightShape => Connections is null
        ? [Output.Channels, Input.Channels, KernelHeight, KernelWidth]
        : [Connections.Count, 1, KernelHeight, KernelWidth];

    private protected override int FanIn => Input.Channels * KernelHeight * KernelWidth;

    private protected override int FanOut => Output.Channels * KernelHeight * KernelWidth;

    private protected override (ImmutableArray<int> Weight, ImmutableArray<int> Bias) FanIns
    {
        get
        {
            if (Connections is null)
                return ([], []);
            int[] channels =
            [
                .. Enumerable.Range(0, Output.Channels)
                    .Select(filter => Enumerable.Range(0, Input.Channels).Count(channel => Connections[channel, filter])),
            ];
            int taps = KernelHeight * KernelWidth;
            return ([.. channels.SelectMany(count => Enumerable.Repeat(count * taps, count))], [.. channels.Select(count => count * taps)]);
        }
    }
}
