using LeNetGen.Data;
using LeNetGen.Reference;
using LeNetGen.Tests.Execution;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class EvaluateTests
{
    [Theory, InlineData(1), InlineData(16), InlineData(101)]
    public void Evaluate_AnyThreads_EqualsTheInterpreter(int count)
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 6, 7), classes: 4, seed: 2, scale: 1 / 64f, pad: 1);
        Dataset dataset = TrainingData.Raw(network.Definition, count);
        var interpreter = new Interpreter<float>(network.Definition);
        float[] images = [.. Enumerable.Range(0, count).SelectMany(index => interpreter.FromBytes(dataset.RawImage(index)))];
        int[] labels = [.. Enumerable.Range(0, count).Select(dataset.Label)];
        BatchResult<float> expected = interpreter.LossAndGradient(images, labels, network.Parameters);

        foreach (int threads in new[] { 1, 2, 5 })
        {
            Evaluation evaluation = network.Evaluate(dataset, new SparseCategoricalCrossEntropy(), threads);
            Assert.Equal(expected.Loss, evaluation.Loss);
            Assert.Equal((double)expected.Correct / count, evaluation.Accuracy);
        }
    }

    [Theory]
    [InlineData(nameof(CategoricalCrossEntropy))]
    [InlineData(nameof(MeanSquaredError))]
    public void Evaluate_LossWithTargets_EqualsTheInterpreter(string name)
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 6, 7), classes: 4, seed: 2, scale: 1 / 64f);
        Dataset dataset = TrainingData.WithSoftTargets(TrainingData.Raw(network.Definition, 37), 4);
        var interpreter = new Interpreter<float>(network.Definition);
        float[] images = [.. Enumerable.Range(0, 37).SelectMany(index => interpreter.FromBytes(dataset.RawImage(index)))];
        int[] labels = [.. Enumerable.Range(0, 37).Select(dataset.Label)];
        float[] targets = [.. Enumerable.Range(0, 37).SelectMany(index => dataset.Target(index).ToArray())];
        Loss loss = Losses.Create(name);
        BatchResult<float> expected =
            interpreter.LossAndGradient(images, labels, targets, network.Parameters, ReferenceLoss<float>.Of(loss));

        Evaluation evaluation = network.Evaluate(dataset, loss, threads: 2);

        Assert.Equal(expected.Loss, evaluation.Loss);
        Assert.Equal(expected.Correct / 37.0, evaluation.Accuracy);
    }

    [Fact]
    public void Evaluate_Metrics_AreThoseOfTheNetworksPredictions()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 3, seed: 2);
        Dataset dataset = TrainingData.Raw(network.Definition, 200);

        Evaluation evaluation = network.Evaluate(dataset, new SparseCategoricalCrossEntropy());

        Assert.Equal(200, evaluation.ImageCount);
        Assert.Equal(dataset.ClassNames, evaluation.Confusion.ClassNames);
        for (int actual = 0; actual < 3; actual++)
        for (int predicted = 0; predicted < 3; predicted++)
        {
            int count = Enumerable.Range(0, 200).Count(index =>
                dataset.Label(index) == actual && network.Classify(dataset.RawImage(index)) == predicted);
            Assert.Equal(count, evaluation.Confusion[actual, predicted]);
        }

        Assert.Equal(evaluation.Accuracy, evaluation.TopKAccuracy(1));
        Assert.InRange(evaluation.TopKAccuracy(2), evaluation.Accuracy, 1);
        Assert.Equal(1, evaluation.TopKAccuracy(3));
    }

    [Fact]
    public void Evaluate_Accuracy_IsTheShareThatClassifyGetsRight()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 3, seed: 2);
        Dataset dataset = TrainingData.Raw(network.Definition, 200);
        int right = Enumerable.Range(0, 200).Count(index => network.Classify(dataset.RawImage(index)) == dataset.Label(index));
        Assert.InRange(right, 1, 199);
        Assert.Equal(right / 200.0, network.Evaluate(dataset, new SparseCategoricalCrossEntropy()).Accuracy);
    }

    [Theory, InlineData(0), InlineData(300)]
    public void Evaluate_SenselessThreads_SaysSoInASentence(int threads)
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 3);
        Dataset dataset = TrainingData.Raw(network.Definition, 1);
        Assert.Equal(
            $"The number of threads is {threads}; it must be from 1 to 256.",
            Assert.Throws<LeNetGenException>(() => network.Evaluate(dataset, new SparseCategoricalCrossEntropy(), threads)).Message);
    }
}
