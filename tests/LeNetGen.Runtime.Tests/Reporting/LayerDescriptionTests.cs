using LeNetGen.Reporting.Networks;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class LayerDescriptionTests
{
    [Theory]
    [InlineData(28, 28, 5, 1, 2, "5×5, same")]
    [InlineData(28, 24, 5, 1, 0, "5×5")]
    [InlineData(28, 14, 5, 2, 1, "5×5, stride 2, same")]
    [InlineData(28, 13, 4, 2, 0, "4×4, stride 2")]
    [InlineData(28, 30, 5, 1, 3, "5×5, pad 3")]
    [InlineData(28, 27, 4, 1, 2, "4×4, pad 2 above, 0 below, 2 left, 0 right")]
    public void Of_Convolution_SaysItsGeometryAsDeclared(int input, int output, int kernel, int stride, int pad, string expected)
    {
        var layer = new Conv2DDefinition(
            "C", new Shape(1, input, input), new Shape(6, output, output), kernel, kernel, stride, stride, pad, pad);

        Assert.Equal(expected, LayerDescription.Of(layer).Details);
    }

    [Fact]
    public void Of_RectangularConvolution_GivesRowsFirst()
    {
        var layer = new Conv2DDefinition("C", new Shape(3, 40, 20), new Shape(6, 19, 9), 5, 3, 2, 3, 1, 4) { Activation = Activation.ReLU };

        LayerDescription description = LayerDescription.Of(layer);

        Assert.Equal("5×3, stride 2×3, pad 1 above, 0 below, 4 left, 3 right, ReLU", description.Details);
        Assert.Equal("Conv2D · " + description.Details, description.KindAndDetails);
        Assert.Equal(("3@40×20", "6@19×9"), (description.Input, description.Output));
        Assert.Equal("276 parameters · 46,170 multiply-adds", description.Costs);
    }

    [Theory]
    [InlineData(2, 2, 0, 14, "2×2")]
    [InlineData(3, 2, 0, 13, "3×3, stride 2")]
    [InlineData(3, 2, 1, 14, "3×3, stride 2, pad 1 above, 0 below, 1 left, 0 right")]
    public void Of_Pooling_RemarksOnWindowsThatDoNotLieSideBySide(int pool, int stride, int pad, int output, string expected)
    {
        var layer = new MaxPooling2DDefinition("P", new Shape(6, 28, 28), new Shape(6, output, output), pool, pool)
        {
            StrideHeight = stride, StrideWidth = stride, PadTop = pad, PadLeft = pad,
        };

        Assert.Equal(expected, LayerDescription.Of(layer).Details);
    }

    [Fact]
    public void Of_LayerWithoutNumbers_HasNoDetails()
    {
        LayerDescription description = LayerDescription.Of(new FlattenDefinition("F", new Shape(2, 3, 4), new Shape(24)));

        Assert.Equal(("Flatten", "", ""), (description.KindAndDetails, description.Details, description.Costs));
    }

    [Theory]
    [InlineData(0.5, "rate 0.5, only in training")]
    [InlineData(1e-7, "rate 1E-07, only in training")]
    [InlineData(0, "rate 0, only in training")]
    public void Of_Dropout_SaysItsRate(double rate, string expected)
    {
        LayerDescription description = LayerDescription.Of(new DropoutDefinition("D", new Shape(2, 3, 4), new Shape(2, 3, 4), rate));

        Assert.Equal((expected, ""), (description.Details, description.Costs));
        Assert.Equal(("Dropout · " + expected, "2@3×4", "2@3×4"), (description.KindAndDetails, description.Input, description.Output));
        Assert.Equal(LayerFamily.Regularisation, description.Family);
    }

    [Theory]
    [InlineData(Activation.None, "")]
    [InlineData(Activation.ReLU, "ReLU")]
    [InlineData(Activation.LeakyReLU, "leaky ReLU 0.3")]
    [InlineData(Activation.Tanh, "tanh")]
    public void Of_AnActivation_NamesIt(Activation activation, string expected)
    {
        var layer = new DenseDefinition("D", new Shape(3), new Shape(2)) { Activation = activation, NegativeSlope = 0.3f };

        Assert.Equal(expected, LayerDescription.Of(layer).Details);
    }

    [Theory]
    [InlineData(1f / 255f, 0f, 0, "pixels ÷ 255")]
    [InlineData(1f, 0f, 0, "")]
    [InlineData(0.5f, -1f, 2, "padded by 2, pixels × 0.5 − 1")]
    [InlineData(1f, 0.25f, 0, "pixels + 0.25")]
    public void DetailsOf_Input_SaysWhatIsDoneToPixels(float scale, float offset, int pad, string expected)
    {
        Assert.Equal(expected, LayerDescription.DetailsOf(new InputDefinition(new Shape(1, 32, 32), scale, offset, pad)));
    }
}
