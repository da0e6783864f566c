using LeNetGen.Data;
using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Tests;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Graphs;

/// <summary>The LeNet of Dive into Deep Learning as a stack of attributes, layer by layer and as a subclass is one network.</summary>
public sealed class ThreeFormsTests
{
    [SkippableFact]
    public void Epoch_OfEveryForm_IsTheSame()
    {
        (Dataset training, Dataset test) = FashionMnist.Load(SharedData.Require("data/fashion-mnist"));
        Network[] forms = [new LeNet(5), new FunctionalLeNet(5), new SamePaddedSubclass(5)];
        var loss = new SparseCategoricalCrossEntropy();
        var options = new FitOptions { BatchSize = 256, Seed = 5, Threads = 2 };

        History[] histories = [.. forms.Select(network => network.Fit(training, new RmsProp(), loss, options))];

        float[] expected = Predictions(forms[0], test);
        for (int form = 1; form < forms.Length; form++)
        {
            Bits.AssertEqual(forms[0].Parameters, forms[form].Parameters, $"parameters of {forms[form].Definition.Name}");
            Assert.Equal(histories[0].Epochs.Select(epoch => epoch.Loss), histories[form].Epochs.Select(epoch => epoch.Loss));
            Bits.AssertEqual(expected, Predictions(forms[form], test), $"predictions of {forms[form].Definition.Name}");
        }
    }

    private static float[] Predictions(Network network, Dataset test)
    {
        int outputs = network.Definition.Output.Length;
        var predictions = new float[test.Count * outputs];
        for (int image = 0; image < test.Count; image++)
            network.Predict(test.RawImage(image), predictions.AsSpan(image * outputs, outputs));
        return predictions;
    }
}
