using LeNetGen.Execution;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Execution;

public sealed class NetworkTests
{
    private static readonly NetworkDefinition Small = new NetworkBuilder(1, 8, 8)
        .Conv(3, 3, Activation.ReLU).AveragePool(2).Flatten().Dense(4, Activation.Softmax).Build("Small");

    [Fact]
    public void Construction_SameSeed_GivesTheSameParameters()
    {
        float[] parameters = new InterpretedNetwork(Small, seed: 7).Parameters.ToArray();
        Assert.Equal(parameters, new InterpretedNetwork(Small, seed: 7).Parameters.ToArray());
        Assert.NotEqual(parameters, new InterpretedNetwork(Small, seed: 8).Parameters.ToArray());
    }

    [Fact]
    public void Construction_Weights_AreGlorotUniformAndBiasesZero()
    {
        NetworkDefinition d2l = NetworkBuilder.D2L();
        float[] parameters = new InterpretedNetwork(d2l, seed: 1).Parameters.ToArray();
        foreach (ParameterDefinition tensor in d2l.Parameters)
        {
            float[] values = parameters[tensor.Offset..][..tensor.Length];
            if (tensor.IsBias)
            {
                Assert.All(values, value => Assert.Equal(0, value));
                continue;
            }

            double limit = Math.Sqrt(6.0 / (tensor.FanIn + tensor.FanOut));
            Assert.InRange(values.Max(), 0.9 * limit, limit);
            Assert.InRange(values.Min(), -limit, -0.9 * limit);
            // Five standard deviations: of the mean of n uniform values, and about those of their mean square.
            double deviation = limit / Math.Sqrt(3);
            Assert.InRange(values.Average(), -5 * deviation / Math.Sqrt(values.Length), 5 * deviation / Math.Sqrt(values.Length));
            double meanSquare = values.Average(value => (double)value * value);
            double margin = 5 * 0.9 / Math.Sqrt(values.Length);
            Assert.InRange(meanSquare / (deviation * deviation), 1 - margin, 1 + margin);
        }
    }

    [Fact]
    public void Construction_FirstWeight_IsThatOfTheSpecification()
    {
        // Section 9: key (seed, tensor), counter (element, 0, initialisation, 0).
        (uint bits, _, _, _) = Arithmetic.Philox.Draw(5, 2, 3, 0, 1, 0);
        ParameterDefinition denseWeight = Small.Layers[3].Parameters[0];
        double limit = Math.Sqrt(6.0 / (27 + 4));
        float expected = (float)((2 * ((bits >> 8) / 16777216.0) - 1) * limit);

        Assert.Equal(expected, new InterpretedNetwork(Small, seed: 5).Parameters[denseWeight.Offset + 3]);
    }

    [Fact]
    public void Layer_ByName_ViewsTheFlatParameters()
    {
        var network = new InterpretedNetwork(Small);
        LayerParameters dense = network.Layer("Dense_1");
        Assert.Equal([4, 27], dense.Weight.Shape.ToArray());
        Assert.Equal([4], dense.Bias.Shape.ToArray());
        dense.Weight.Values[0] = 11;
        dense.Bias.Values[3] = 12;
        Assert.Equal(11, network.Parameters[30]);
        Assert.Equal(12, network.Parameters[^1]);
    }

    [Fact]
    public void Layer_UnknownOrWithoutParameters_Throws()
    {
        var network = new InterpretedNetwork(Small);
        Assert.Contains("no layer 'Dense_9'", Assert.Throws<ArgumentException>(() => { network.Layer("Dense_9"); }).Message);
        Assert.Contains("'Flatten_1' has no parameters", Assert.Throws<ArgumentException>(() => { network.Layer("Flatten_1"); }).Message);
    }

    [Fact]
    public void LoadParameters_AfterAPrediction_PredictsAsTheSavedNetwork()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var saved = new InterpretedNetwork(Small, seed: 1);
            var loaded = new InterpretedNetwork(Small, seed: 2);
            float[] image = RandomValues.Uniform<float>(1, 64), expected = new float[4], output = new float[4];
            saved.Predict(image, expected);
            loaded.Predict(image, output);
            Assert.NotEqual(expected, output);

            saved.Save(path);
            loaded.LoadParameters(path);

            loaded.Predict(image, output);
            Bits.AssertEqual(expected, output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void LoadParameters_MissingFile_SaysSo()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Contains(path, Assert.Throws<LeNetGenException>(() => new InterpretedNetwork(Small).LoadParameters(path)).Message);
    }
}
