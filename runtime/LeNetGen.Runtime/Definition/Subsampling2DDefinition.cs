using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>
/// Trainable subsampling: the sum of each window's elements, times its channel's coefficient, plus its channel's bias. Of a window that
/// reaches into the padding only the elements that do not count.
/// </summary>
/// <inheritdoc cref="LayerDefinition(string, Shape, Shape)"/>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">(channels, height, width) of the input.</param>
/// <param name="Output">(channels, height, width) of the output.</param>
/// <param name="PoolHeight">Rows of a window.</param>
/// <param name="PoolWidth">Columns of a window.</param>
/// <param name="StrideHeight">Input rows from one output row to the next.</param>
/// <param name="StrideWidth">Input columns from one output column to the next.</param>
/// <param name="PadTop">Rows of padding above the input.</param>
/// <param name="PadLeft">Columns of padding to the left of the input.</param>
public sealed record Subsampling2DDefinition(
    string Name, Shape Input, Shape Output, int PoolHeight, int PoolWidth, int StrideHeight, int StrideWidth, int PadTop, int PadLeft)
    : WeightedLayerDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Subsampling2D";

    /// <inheritdoc/>
    public override long MultiplyAdds => Output.Length;

    private protected override ImmutableArray<int> WeightShape => [Output.Channels, 1, 1, 1];

    private protected override int FanIn => PoolHeight * PoolWidth;

    private protected override int FanOut => 1;
}
