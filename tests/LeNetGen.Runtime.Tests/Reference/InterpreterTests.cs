using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

public sealed class InterpreterTests
{
    private static readonly NetworkDefinition Small = new NetworkBuilder(1, 6, 6)
        .Conv(2, 3, Activation.Sigmoid, same: true).MaxPool(2).Flatten().Dense(4, Activation.Softmax)
        .Build("Small", scale: 0.5f, offset: -1f, pad: 1);

    [Fact]
    public void LossAndGradient_AnySplitOfTheImages_GivesEachImageTheSameLoss()
    {
        const int count = 41;
        float[] images = RandomValues.Uniform<float>(1, count * 36);
        float[] parameters = RandomValues.Parameters<float>(2, Small);
        int[] labels = RandomValues.Labels(3, count, 4);
        var interpreter = new Interpreter<float>(Small);

        BatchResult<float> whole = interpreter.LossAndGradient(images, labels, parameters);

        foreach (int size in (int[])[1, 15, 16, 17, 40])
        {
            IEnumerable<int> starts = Enumerable.Range(0, (count + size - 1) / size).Select(part => part * size);
            BatchResult<float>[] parts = [.. starts.Select(first => Part(first, Math.Min(first + size, count)))];
            Bits.AssertEqual(whole.ImageLosses, [.. parts.SelectMany(part => part.ImageLosses)]);
            Assert.Equal(whole.Correct, parts.Sum(part => part.Correct));
        }

        Assert.Equal(whole.ImageLosses.Sum(loss => (double)loss) / count, whole.Loss);

        BatchResult<float> Part(int first, int end) =>
            interpreter.LossAndGradient(images.AsSpan((first * 36)..(end * 36)), labels.AsSpan(first..end), parameters);
    }

    [Fact]
    public void LossAndGradient_Batch_IsTheMeanOverItsImages()
    {
        const int count = 37;
        double[] images = RandomValues.Uniform<double>(1, count * 36);
        double[] parameters = RandomValues.Parameters<double>(2, Small);
        int[] labels = RandomValues.Labels(3, count, 4);
        var interpreter = new Interpreter<double>(Small);

        double[] mean = new double[Small.ParameterCount];
        for (int image = 0; image < count; image++)
        {
            double[] single = interpreter.LossAndGradient(images.AsSpan(image * 36, 36), labels.AsSpan(image, 1), parameters).Gradient;
            for (int i = 0; i < mean.Length; i++)
                mean[i] += single[i] / count;
        }

        double[] gradient = interpreter.LossAndGradient(images, labels, parameters).Gradient;
        Assert.All(mean.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.Contains(gradient, element => Math.Abs(element) > 0.01);
    }

    [Fact]
    public void Forward_NetworkThatEndsInSoftmax_KeepsLogitsAndProbabilities()
    {
        double[] image = RandomValues.Uniform<double>(1, 36);
        double[] parameters = RandomValues.Parameters<double>(2, Small);
        var interpreter = new Interpreter<double>(Small);

        ForwardPass<double> pass = interpreter.Forward(image, parameters);
        double[] exponentials = [.. pass.Logits.Select(Math.Exp)];

        double[] probabilities = interpreter.Predict(image, parameters);
        Assert.All(exponentials.Zip(probabilities), pair => Assert.Equal(pair.First / exponentials.Sum(), pair.Second, 1e-15));
        Assert.Equal(interpreter.Activations(image, parameters)[^1], pass.Outputs[^1]);
        Assert.Same(pass.PreActivations[^1], pass.Logits);
    }

    [Fact]
    public void FromBytes_DeclaredPaddingAndScale_PadsWithConvertedZeros()
    {
        byte[] raw = [.. Enumerable.Range(1, 16).Select(value => (byte)(value * 15))];

        float[] image = new Interpreter<float>(Small).FromBytes(raw);

        for (int row = 0; row < 6; row++)
        for (int column = 0; column < 6; column++)
        {
            bool inside = row is >= 1 and <= 4 && column is >= 1 and <= 4;
            Assert.Equal(inside ? raw[(row - 1) * 4 + column - 1] * 0.5f - 1 : -1f, image[row * 6 + column]);
        }
    }

    [Fact]
    public void Interpreter_WrongLengthsAndLabels_Throws()
    {
        var interpreter = new Interpreter<float>(Small);
        float[] parameters = new float[Small.ParameterCount];

        Assert.Throws<ArgumentException>("image", () => interpreter.Predict(new float[35], parameters));
        Assert.Throws<ArgumentException>("parameters", () => interpreter.Predict(new float[36], new float[3]));
        Assert.Throws<ArgumentException>("images", () => interpreter.LossAndGradient(new float[36], [0, 1], parameters));
        Assert.Throws<ArgumentException>("labels", () => interpreter.LossAndGradient([], [], parameters));
        Assert.Throws<ArgumentException>("labels", () => interpreter.LossAndGradient(new float[36], [4], parameters));
        Assert.Throws<ArgumentException>("raw", () => interpreter.FromBytes(new byte[36]));
    }

    [Fact]
    public void Interpreter_SoftmaxBelowTheLastLayer_Throws()
    {
        NetworkDefinition network = new NetworkBuilder(1, 2, 2).Flatten().Dense(3, Activation.Softmax).Dense(2).Build("Wrong");
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Interpreter<float>(network));
        Assert.Contains("'Dense_1'", exception.Message, StringComparison.Ordinal);
    }
}
