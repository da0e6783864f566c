namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Convolutions: kernels of one pixel, of the whole input, larger than it; strides up to more than a kernel.</summary>
internal sealed class ConvolutionKind() : LayerKind(typeof(Conv2DAttribute), share: 6)
{
    /// <inheritdoc/>
    public override bool Reads(Shape input) => !input.IsVector;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input)
    {
        int smaller = Math.Min(input.Height, input.Width);
        int filters = EdgeSizes.Draw(random, 33);
        bool same = random.Next(2) == 0;
        int kernel = EdgeSizes.Pick(random, 1, 2, 3, 3, 5, 5, 7, smaller, random.Next(1, smaller + 1), same ? smaller + 1 : smaller);
        kernel = same ? kernel : Math.Min(kernel, smaller);
        int stride = EdgeSizes.Pick(random, 1, 1, 1, 2, 3, kernel, kernel + 1);
        var output = new Shape(filters, Extent(input.Height), Extent(input.Width));
        long taps = (long)input.Channels * kernel * kernel;
        return new DrawnLayer(
            new LayerArguments(random)
                .Add(filters, kernel)
                .Set("Strides", stride, 1)
                .Set("Padding", same ? Padding.Same : Padding.Valid, Padding.Valid)
                .Activated(),
            output,
            output.Length * taps,
            (taps + 1) * filters);

        int Extent(int size) => same ? (size + stride - 1) / stride : (size - kernel) / stride + 1;
    }
}
