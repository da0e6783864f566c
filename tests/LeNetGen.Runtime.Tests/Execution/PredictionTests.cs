using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Execution;

public sealed class PredictionTests
{
    private static readonly Shape Input = new(1, 6, 6);
    private static readonly NetworkDefinition Small = new NetworkBuilder(1, 6, 6)
        .Conv(2, 3, Activation.Tanh).MaxPool(2).Flatten().Dense(3, Activation.Softmax)
        .Build("Small", scale: 1 / 255f, offset: -0.5f, pad: 1);

    [Fact]
    public void Predict_Image_EqualsTheInterpretersProbabilities()
    {
        var network = new InterpretedNetwork(Small, seed: 3);
        float[] image = RandomValues.Uniform<float>(1, 36);
        float[] output = new float[3];

        network.Predict(image, output);

        Bits.AssertEqual(new Interpreter<float>(Small).Predict(image, network.Parameters), output);
        Assert.Equal(Array.IndexOf(output, output.Max()), network.Classify(image));
    }

    [Fact]
    public void Predict_RawImage_EqualsTheInterpretersProbabilities()
    {
        var network = new InterpretedNetwork(Small, seed: 3);
        var interpreter = new Interpreter<float>(Small);
        byte[] raw = RawImages(1);
        float[] output = new float[3];

        network.Predict(raw, output);

        Bits.AssertEqual(interpreter.Predict(interpreter.FromBytes(raw), network.Parameters), output);
        Assert.Equal(Array.IndexOf(output, output.Max()), network.Classify(raw));
    }

    [Fact]
    public void Predict_WithoutSoftmax_GivesTheOutputAsItIs()
    {
        NetworkDefinition definition = new NetworkBuilder(1, 6, 6).Flatten().Dense(3, Activation.Tanh).Build("Tanh");
        var network = new InterpretedNetwork(definition, seed: 3);
        float[] images = RandomValues.Uniform<float>(1, 17 * 36);
        float[] outputs = new float[17 * 3];

        network.PredictBatch(images, outputs);

        for (int image = 0; image < 17; image++)
        {
            float[] single = new float[3];
            network.Predict(images.AsSpan(image * 36, 36), single);
            Bits.AssertEqual(new Interpreter<float>(definition).Predict(images.AsSpan(image * 36, 36), network.Parameters), single);
            Bits.AssertEqual(single, outputs.AsSpan(image * 3, 3));
        }
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(15), InlineData(16), InlineData(17), InlineData(100)]
    public void PredictBatch_AnySizeAndThreads_EqualsPredict(int count)
    {
        var network = new InterpretedNetwork(Small, seed: 3);
        float[] images = RandomValues.Uniform<float>(1, count * 36);
        byte[] raw = RawImages(count);
        float[] expected = new float[count * 3], expectedOfRaw = new float[count * 3];
        for (int image = 0; image < count; image++)
        {
            network.Predict(images.AsSpan(image * 36, 36), expected.AsSpan(image * 3, 3));
            network.Predict(raw.AsSpan(image * 16, 16), expectedOfRaw.AsSpan(image * 3, 3));
        }

        float[] outputs = new float[count * 3];
        network.PredictBatch(images, outputs);
        Bits.AssertEqual(expected, outputs);
        network.PredictBatch(raw, outputs);
        Bits.AssertEqual(expectedOfRaw, outputs);
        foreach (int threads in new[] { 1, 2, 3, 7 })
        {
            Array.Fill(outputs, float.NaN);
            network.PredictBatch(images, outputs, threads);
            Bits.AssertEqual(expected, outputs);
            network.PredictBatch(raw, outputs, threads);
            Bits.AssertEqual(expectedOfRaw, outputs);
        }
    }

    [Fact]
    public void Classify_EqualOutputs_GivesTheFirst()
    {
        LinearNetwork network = LinearNetwork.Create(Input, classes: 4);
        network.Parameters.Clear();
        network.Layer("Dense_1").Bias.Values[1] = 1;
        network.Layer("Dense_1").Bias.Values[3] = 1;
        Assert.Equal(1, network.Classify(new float[36]));
        Assert.Equal(1, network.Classify(new byte[36]));
    }

    [Fact]
    public void Predict_ParametersWrittenBetween_UsesTheNewOnes()
    {
        LinearNetwork network = LinearNetwork.Create(Input, classes: 2);
        float[] image = new float[36], output = new float[2];
        network.Predict(image, output);
        Bits.AssertEqual([0.5f, 0.5f], output);

        network.Layer("Dense_1").Bias.Values[1] = 50;
        network.Predict(image, output);
        Assert.Equal(1, output[1]);

        network.Parameters[^1] = -50;
        network.Predict(image, output);
        Assert.Equal(1, output[0]);
    }

    [Fact]
    public void Predict_ParametersNotRead_PacksOnce()
    {
        LinearNetwork network = LinearNetwork.Create(Input, classes: 2);
        for (int i = 0; i < 5; i++)
            network.Predict(new float[36], new float[2]);
        Assert.Equal(1, network.LinearKernels.PackCount);
    }

    [Fact]
    public void Predict_SeveralThreadsWhileParametersAreRead_AllRight()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 20, 20), classes: 5, seed: 2);
        float[] images = RandomValues.Uniform<float>(1, 8 * 400);
        float[] expected = new float[8 * 5];
        network.PredictBatch(images, expected);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, image =>
        {
            float[] output = new float[5];
            for (int i = 0; i < 200; i++)
            {
                // Outdates what the others have packed.
                if (i % 10 == image)
                    _ = network.Parameters;
                network.Predict(images.AsSpan(image * 400, 400), output);
                Bits.AssertEqual(expected.AsSpan(image * 5, 5), output);
            }
        });
    }

    [Fact]
    public void PredictBatch_SeveralCallersWithThreads_AllRight()
    {
        LinearNetwork network = LinearNetwork.Create(Input, classes: 5, seed: 2);
        float[] images = RandomValues.Uniform<float>(1, 50 * 36);
        float[] expected = new float[50 * 5];
        network.PredictBatch(images, expected);

        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, caller =>
        {
            for (int i = 0; i < 20; i++)
            {
                float[] outputs = new float[50 * 5];
                network.PredictBatch(images, outputs, threads: 1 + caller % 2);
                Bits.AssertEqual(expected, outputs);
            }
        });
    }

    [Fact]
    public void Prediction_WrongLengths_SaysFoundAndNeeded()
    {
        var network = new InterpretedNetwork(Small);
        AssertMessage("For network 'Small' an image has 36 elements, not 35.", () => network.Predict(new float[35], new float[3]));
        AssertMessage("For network 'Small' an output has 3 elements, not 4.", () => network.Predict(new float[36], new float[4]));
        AssertMessage("For network 'Small' a raw image has 16 elements, not 36.", () => network.Predict(new byte[36], new float[3]));
        AssertMessage("For network 'Small' an image has 36 elements, not 0.", () => network.Classify(Array.Empty<float>()));
        AssertMessage(
            "Network 'Small' reads 36 elements an image, of which 37 elements are no multiple.",
            () => network.PredictBatch(new float[37], new float[3]));
        AssertMessage(
            "The outputs of 2 raw images need 6 elements, but there is room for 3.",
            () => network.PredictBatch(new byte[32], new float[3], threads: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.PredictBatch(new byte[32], new float[6], threads: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.PredictBatch(new byte[32], new float[6], threads: 257));

        static void AssertMessage(string sentence, Action action) =>
            Assert.StartsWith(sentence, Assert.ThrowsAny<ArgumentException>(action).Message);
    }

    private static byte[] RawImages(int count)
    {
        byte[] raw = new byte[count * 16];
        new Random(count).NextBytes(raw);
        return raw;
    }
}
