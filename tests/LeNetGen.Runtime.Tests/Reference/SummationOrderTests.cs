using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// Every sum of the layers with parameters, bit for bit, against its plainest form: all terms in the order of docs/arithmetic.md, each
/// asked whether it exists. The values are such that a sum in the opposite order comes out different somewhere.
/// </summary>
public sealed class SummationOrderTests
{
    /// <summary>Kernel, strides, and padding at top, bottom, left and right.</summary>
    public static TheoryData<int[], int[], int[]?> Convolutions => new()
    {
        { [3, 3], [1, 1], [0, 0, 0, 0] },
        { [3, 3], [1, 1], [1, 1, 1, 1] },
        { [4, 4], [1, 1], null },
        { [3, 3], [2, 2], null },
        { [2, 2], [3, 3], [0, 0, 0, 0] },
        { [5, 5], [2, 2], [2, 2, 2, 2] },
        { [1, 1], [1, 1], [0, 0, 0, 0] },
        { [2, 5], [1, 2], [0, 0, 0, 0] },
        { [4, 1], [3, 1], [1, 3, 0, 2] },
        { [1, 3], [1, 2], [2, 0, 4, 3] },
    };

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Convolution_EverySum_RunsInTheWrittenOrder(int[] kernel, int[] strides, int[]? pads)
    {
        var geometry = new WindowGeometry(kernel[0], kernel[1], strides[0], strides[1])
        {
            IsSame = pads is null,
            Pads = pads is null ? default : (pads[0], pads[1], pads[2], pads[3]),
        };
        NetworkDefinition network = new NetworkBuilder(3, 7, 6).Conv(4, geometry).Build("One");
        var definition = (Conv2DDefinition)network.Layers[0];
        var layer = new ConvolutionReference<float>(definition);
        (Shape input, Shape output) = (definition.Input, definition.Output);
        int weightCount = output.Channels * input.Channels * kernel[0] * kernel[1];
        float[] parameters = RandomValues.Uniform<float>(1, definition.ParameterCount);
        float[][] x = Lanes(2, input.Length), dz = Lanes(3, output.Length);

        float[] start = RandomValues.Uniform<float>(4, definition.ParameterCount), sums = [.. start];
        float[] z = new float[output.Length], dx = new float[input.Length];

        layer.Forward(parameters, x[0], z);
        layer.InputGradient(parameters, x[0], dz[0], dx);
        layer.AddParameterGradient(x, dz, sums);

        Meeting[] meetings = [.. Meetings(definition)];
        AssertOrdered(
            z,
            index => parameters[weightCount + index / (output.Height * output.Width)],
            index => from m in meetings where m.Output == index orderby m.Weight select (x[0][m.Input], parameters[m.Weight]));
        AssertOrdered(
            dx,
            _ => 0,
            index => from m in meetings where m.Input == index orderby m.Weight select (dz[0][m.Output], parameters[m.Weight]));
        for (int weight = 0; weight < weightCount; weight++)
        {
            Meeting[] pixels = [.. from m in meetings where m.Weight == weight orderby m.Output select m];
            float[] lanes = [.. x.Zip(dz, (x, dz) => Sum(0, pixels.Select(m => (dz[m.Output], x[m.Input]))))];
            Bits.AssertEqual([start[weight] + LaneTree.Sum<float>(lanes)], [sums[weight]]);
        }

        for (int filter = 0; filter < output.Channels; filter++)
        {
            int pixels = output.Height * output.Width;
            float[] lanes = [.. dz.Select(dz => dz.Skip(filter * pixels).Take(pixels).Aggregate((sum, pixel) => sum + pixel))];
            Bits.AssertEqual([start[weightCount + filter] + LaneTree.Sum<float>(lanes)], [sums[weightCount + filter]]);
        }
    }

    [Fact]
    public void Dense_EverySum_RunsInTheWrittenOrder()
    {
        const int inputs = 9;
        const int outputs = 7;
        var layer = new DenseReference<float>(new DenseDefinition("Dense", new Shape(inputs), new Shape(outputs)));
        float[] parameters = RandomValues.Uniform<float>(1, layer.ParameterCount);
        float[][] x = Lanes(2, inputs), dz = Lanes(3, outputs);
        float[] z = new float[outputs], dx = new float[inputs], sums = RandomValues.Uniform<float>(4, layer.ParameterCount);
        float[] start = [.. sums];

        layer.Forward(parameters, x[0], z);
        layer.InputGradient(parameters, x[0], dz[0], dx);
        layer.AddParameterGradient(x, dz, sums);

        AssertOrdered(z, o => parameters[inputs * outputs + o], o => x[0].Select((x, i) => (x, parameters[o * inputs + i])));
        AssertOrdered(dx, _ => 0, i => dz[0].Select((dz, o) => (dz, parameters[o * inputs + i])));
        AssertOrdered(sums[..(inputs * outputs)], w => start[w], w => x.Zip(dz, (x, dz) => (dz[w / inputs], x[w % inputs])));
        for (int o = 0; o < outputs; o++)
        {
            float[] lanes = [.. dz.Select(dz => dz[o])];
            Bits.AssertEqual([start[inputs * outputs + o] + LaneTree.Sum<float>(lanes)], [sums[inputs * outputs + o]]);
        }
    }

    // Every element is its start with its terms fused onto it in order; in the opposite order some element differs, if it has two terms.
    private static void AssertOrdered(float[] actual, Func<int, float> start, Func<int, IEnumerable<(float, float)>> terms)
    {
        (float, float)[][] all = [.. Enumerable.Range(0, actual.Length).Select(index => terms(index).ToArray())];
        Bits.AssertEqual([.. all.Select((pairs, index) => Sum(start(index), pairs))], actual);
        if (all.Any(pairs => pairs.Length > 2))
            Assert.NotEqual([.. all.Select((pairs, index) => Sum(start(index), pairs.Reverse()))], actual);
    }

    private static float Sum(float start, IEnumerable<(float A, float B)> pairs) =>
        pairs.Aggregate(start, (sum, pair) => MathF.FusedMultiplyAdd(pair.A, pair.B, sum));

    private static float[][] Lanes(int seed, int length) => [.. RandomValues.Uniform<float>(seed, 16 * length).Chunk(length)];

    private readonly record struct Meeting(int Input, int Output, int Weight);

    // Every weight, input element and output element that meet, by the definition of a convolution.
    private static IEnumerable<Meeting> Meetings(Conv2DDefinition definition) =>
        from filter in Enumerable.Range(0, definition.Output.Channels)
        from channel in Enumerable.Range(0, definition.Input.Channels)
        from kernelRow in Enumerable.Range(0, definition.KernelHeight)
        from kernelColumn in Enumerable.Range(0, definition.KernelWidth)
        from row in Enumerable.Range(0, definition.Output.Height)
        from column in Enumerable.Range(0, definition.Output.Width)
        let inputRow = row * definition.StrideHeight - definition.PadTop + kernelRow
        let inputColumn = column * definition.StrideWidth - definition.PadLeft + kernelColumn
        where inputRow >= 0 && inputRow < definition.Input.Height && inputColumn >= 0 && inputColumn < definition.Input.Width
        select new Meeting(
            (channel * definition.Input.Height + inputRow) * definition.Input.Width + inputColumn,
            (filter * definition.Output.Height + row) * definition.Output.Width + column,
            ((filter * definition.Input.Channels + channel) * definition.KernelHeight + kernelRow) * definition.KernelWidth + kernelColumn);
}
