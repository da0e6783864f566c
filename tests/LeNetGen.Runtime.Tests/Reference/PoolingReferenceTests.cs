using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>Pooling over windows of any geometry: known numbers, derivatives, and the order in which shares are added.</summary>
public sealed class PoolingReferenceTests
{
    private static readonly WindowGeometry[] s_geometries =
    [
        WindowGeometry.Square(2, 2),
        WindowGeometry.Square(3, 2),
        WindowGeometry.Square(3, 1, pad: 1),
        WindowGeometry.Square(2, 3),
        WindowGeometry.Square(1, 2),
        WindowGeometry.Square(3, 2) with { IsSame = true },
        WindowGeometry.Square(9, 3) with { IsSame = true },
        new WindowGeometry(3, 2, 1, 2) { Pads = (2, 0, 1, 1) },
        new WindowGeometry(1, 4, 3, 1) { Pads = (0, 0, 3, 0) },
        new WindowGeometry(2, 5, 3, 2) { Pads = (1, 1, 0, 4) },
        new WindowGeometry(7, 6, 5, 5),
    ];

    public static TheoryData<int, bool> Geometries
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (int index = 0; index < s_geometries.Length; index++)
            {
                data.Add(index, true);
                data.Add(index, false);
            }

            return data;
        }
    }

    // x = torch.arange(16.).reshape(1, 1, 4, 4)
    // F.max_pool2d(x, 3, stride=2, padding=1); F.avg_pool2d(x, 3, stride=2, padding=1, count_include_pad=False)
    [Fact]
    public void Pooling_OverlappingAndPadded_HasPyTorchsNumbers()
    {
        float[] x = [.. Enumerable.Range(0, 16).Select(value => (float)value)];
        WindowGeometry window = WindowGeometry.Square(3, 2, pad: 1);

        Bits.AssertEqual([5, 7, 13, 15], Forward(new NetworkBuilder(1, 4, 4).MaxPool(window), x));
        Bits.AssertEqual([2.5f, 4, 8.5f, 10], Forward(new NetworkBuilder(1, 4, 4).AveragePool(window), x));
    }

    // The examples of Keras' documentation: MaxPooling2D and AveragePooling2D(pool_size=(2, 2), strides=(1, 1), padding="same") and
    // "valid" of [[1, 2, 3], [4, 5, 6], [7, 8, 9]].
    [Fact]
    public void Pooling_StrideOfOne_HasKerassNumbers()
    {
        float[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        WindowGeometry valid = WindowGeometry.Square(2, 1), same = valid with { IsSame = true };

        Bits.AssertEqual([5, 6, 8, 9], Forward(new NetworkBuilder(1, 3, 3).MaxPool(valid), x));
        Bits.AssertEqual([5, 6, 6, 8, 9, 9, 8, 9, 9], Forward(new NetworkBuilder(1, 3, 3).MaxPool(same), x));
        Bits.AssertEqual([3, 4, 6, 7], Forward(new NetworkBuilder(1, 3, 3).AveragePool(valid), x));
        Bits.AssertEqual([3, 4, 4.5f, 6, 7, 7.5f, 7.5f, 8.5f, 9], Forward(new NetworkBuilder(1, 3, 3).AveragePool(same), x));
    }

    /// <summary>Pooling is linear while no maximum changes hands: the gradient is the central difference of the sum of dz * z.</summary>
    [Theory]
    [MemberData(nameof(Geometries))]
    public void InputGradient_AnyGeometry_IsTheCentralDifference(int geometry, bool isMax)
    {
        (Pooling2DDefinition definition, UnaryReference<double> layer) = Pooling<double>(s_geometries[geometry], isMax);

        // All distinct, and further apart than the step.
        double[] x = [.. Enumerable.Range(0, definition.Input.Length).Select(index => index * 37 % definition.Input.Length / 8.0)];
        double[] dz = RandomValues.Uniform<double>(3, definition.Output.Length);
        double[] dx = new double[x.Length];

        layer.InputGradient([], x, dz, dx);

        Assert.Equal(x.Length, x.Distinct().Count());
        for (int i = 0; i < x.Length; i++)
            Assert.Equal((Objective(i, 1.0 / 64) - Objective(i, -1.0 / 64)) * 32, dx[i], 1e-12);

        double Objective(int index, double step)
        {
            double[] moved = [.. x], z = new double[dz.Length];
            moved[index] += step;
            layer.Forward([], moved, z);
            return z.Zip(dz, (z, dz) => z * dz).Sum();
        }
    }

    /// <summary>Bit for bit against the plainest form: all windows in order, each asked whether it covers the element.</summary>
    [Theory]
    [MemberData(nameof(Geometries))]
    public void InputGradient_AnyGeometry_AddsSharesInTheWrittenOrder(int geometry, bool isMax)
    {
        (Pooling2DDefinition definition, UnaryReference<float> layer) = Pooling<float>(s_geometries[geometry], isMax);
        (Shape input, Shape output) = (definition.Input, definition.Output);
        float[] x = RandomValues.Uniform<float>(1, input.Length), dz = RandomValues.Uniform<float>(2, output.Length);
        float[] dx = new float[input.Length];
        dx.AsSpan().Fill(float.NaN);

        layer.InputGradient([], x, dz, dx);

        var shares = new List<float>[input.Length];
        for (int element = 0; element < input.Length; element++)
            shares[element] = [];
        for (int window = 0; window < output.Length; window++)
        {
            int[] elements = [.. Elements(definition, window)];
            int chosen = elements.MaxBy(element => x[element]);
            foreach (int element in elements)
                shares[element].Add(!isMax ? dz[window] * (float)(1.0 / elements.Length) : element == chosen ? dz[window] : 0);
        }

        Bits.AssertEqual([.. shares.Select(shares => shares.Count == 0 ? 0 : shares.Aggregate((sum, share) => sum + share))], dx);
    }

    [Fact]
    public void AveragePooling_OneShareOfNegativeZero_KeepsItsSign()
    {
        (_, UnaryReference<float> layer) = Pooling<float>(WindowGeometry.Square(3, 2), isMax: false);
        float[] dx = new float[layer.Definition.Input.Length], dz = new float[layer.Definition.Output.Length];
        dz.AsSpan().Fill(-0f);

        layer.InputGradient([], dx, dz, dx);

        Assert.All(dx.Take(7), element => Assert.True(float.IsNegative(element)));
    }

    [Fact]
    public void MaxPooling_OverlappingWindowsOfEquals_EachChoosesItsFirst()
    {
        NetworkDefinition network = new NetworkBuilder(1, 1, 4).MaxPool(new WindowGeometry(1, 2, 1, 1)).Build("One");
        UnaryReference<float> layer = (UnaryReference<float>)LayerReference<float>.Of(network.Layers[0]);
        float[] dx = new float[4];

        layer.InputGradient([], [5, 5, 5, 4], [1, 2, 4], dx);

        Bits.AssertEqual([1, 2, 4, 0], dx);
    }

    private static float[] Forward(NetworkBuilder builder, float[] x) => new Interpreter<float>(builder.Build("One")).Predict(x, []);

    private static (Pooling2DDefinition, UnaryReference<T>) Pooling<T>(WindowGeometry window, bool isMax)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        var builder = new NetworkBuilder(2, 8, 7);
        LayerDefinition layer = (isMax ? builder.MaxPool(window) : builder.AveragePool(window)).Build("One").Layers[0];
        return ((Pooling2DDefinition)layer, (UnaryReference<T>)LayerReference<T>.Of(layer));
    }

    private static IEnumerable<int> Elements(Pooling2DDefinition pooling, int window)
    {
        (Shape input, Shape output) = (pooling.Input, pooling.Output);
        int channel = window / (output.Height * output.Width);
        int firstRow = window / output.Width % output.Height * pooling.StrideHeight - pooling.PadTop;
        int firstColumn = window % output.Width * pooling.StrideWidth - pooling.PadLeft;
        return
            from row in Enumerable.Range(firstRow, pooling.PoolHeight)
            from column in Enumerable.Range(firstColumn, pooling.PoolWidth)
            where row >= 0 && row < input.Height && column >= 0 && column < input.Width
            select (channel * input.Height + row) * input.Width + column;
    }
}
