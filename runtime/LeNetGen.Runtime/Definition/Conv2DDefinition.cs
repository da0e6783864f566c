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

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Output.Length * Input.Channels * KernelHeight * KernelWidth;

    private protected override ImmutableArray<int> WeightShape => [Output.Channels, Input.Channels, KernelHeight, KernelWidth];

    private protected override int FanIn => Input.Channels * KernelHeight * KernelWidth;

    private protected override int FanOut => Output.Channels * KernelHeight * KernelWidth;
}
