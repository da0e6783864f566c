using LeNetGen.Data;
using LeNetGen.Tests.Execution;
using LeNetGen.Tests.Training;
using LeNetGen.Training;

namespace LeNetGen.Tests.Data.Distortion;

public sealed class AffineDistortionTests
{
    private static readonly AffineDistortion None = new() { Translation = 0, Scaling = 0, Squeezing = 0, Shearing = 0 };
    private static readonly NetworkDefinition Network = LinearNetwork.Create(new Shape(2, 9, 7), classes: 3).Definition;

    [Fact]
    public void Distort_RangesOfZero_ChangesNothing()
    {
        Dataset dataset = TrainingData.Raw(Network, count: 20);
        Dataset distorted = None.Distort(dataset, seed: 3, epoch: 2);
        Assert.Equal(Pixels(dataset), Pixels(distorted));
    }

    [Fact]
    public void Distort_Dataset_KeepsLabelsAndTargets()
    {
        Dataset dataset = TrainingData.WithSoftTargets(TrainingData.Raw(Network, count: 20), 3);
        Dataset distorted = new AffineDistortion().Distort(dataset, seed: 3, epoch: 2);
        Assert.NotEqual(Pixels(dataset), Pixels(distorted));
        Assert.Equal((dataset.Name, dataset.ImageShape, 20), (distorted.Name, distorted.ImageShape, distorted.Count));
        Assert.All(Enumerable.Range(0, 20), index => Assert.Equal(dataset.Label(index), distorted.Label(index)));
        Assert.All(Enumerable.Range(0, 20), index => Assert.Equal(dataset.Target(index), distorted.Target(index)));
    }

    [Fact]
    public void Distort_SeedEpochAndIndex_AllMakeADifference()
    {
        // Twice the same image.
        byte[] image = [.. Enumerable.Range(0, 100).Select(pixel => (byte)(pixel * 37))];
        Dataset dataset = Dataset.FromBytes("twins", new Shape(1, 10, 10), [.. image, .. image], [0, 0], ["a"]);
        var distortion = new AffineDistortion();
        Dataset distorted = distortion.Distort(dataset, seed: 1, epoch: 1);

        Assert.Equal(Pixels(distorted), Pixels(distortion.Distort(dataset, seed: 1, epoch: 1)));
        Assert.NotEqual(distorted.RawImage(0).ToArray(), distorted.RawImage(1).ToArray());
        Assert.NotEqual(Pixels(distorted), Pixels(distortion.Distort(dataset, seed: 2, epoch: 1)));
        Assert.NotEqual(Pixels(distorted), Pixels(distortion.Distort(dataset, seed: 1, epoch: 2)));
    }

    [Fact]
    public void Distort_Channels_AreDistortedAlike()
    {
        byte[] plane = [.. Enumerable.Range(0, 63).Select(pixel => (byte)(pixel * 29))];
        Dataset dataset = Dataset.FromBytes("grey", new Shape(2, 9, 7), [.. plane, .. plane], [0], ["a"]);
        byte[] distorted = new AffineDistortion().Distort(dataset, seed: 1, epoch: 1).RawImage(0).ToArray();
        Assert.Equal(distorted[..63], distorted[63..]);
    }

    // A few pixels in the middle of a large image, so that all of it stays inside: shifting and shearing keep its mass, scaling by s gives
    // s^2 of it, squeezing keeps it; its centre of mass and second moments follow.
    [Theory]
    [InlineData(3.0, 0.0, 0.0, 0.0)]
    [InlineData(0.0, 0.3, 0.0, 0.0)]
    [InlineData(0.0, 0.0, 0.3, 0.0)]
    [InlineData(0.0, 0.0, 0.0, 0.5)]
    public void Distort_OneOfThem_DoesNothingElse(double translation, double scaling, double squeezing, double shearing)
    {
        var distortion = new AffineDistortion
        {
            Translation = translation, Scaling = scaling, Squeezing = squeezing, Shearing = shearing,
        };
        byte[] image = new byte[41 * 41];
        for (int row = 12; row < 29; row++)
            image.AsSpan(row * 41 + 12, 17).Fill(200);
        const int count = 60;
        Dataset dataset = Dataset.FromBytes(
            "squares", new Shape(1, 41, 41), [.. Enumerable.Repeat(image, count).SelectMany(pixels => pixels)], new byte[count], ["a"]);
        Dataset distorted = distortion.Distort(dataset, seed: 5, epoch: 1);

        Moments before = Moments.Of(image);
        List<double> amounts = [];
        for (int index = 0; index < count; index++)
        {
            Moments after = Moments.Of(distorted.RawImage(index).ToArray());
            double mass = after.Mass / before.Mass, rows = after.Rows / before.Rows, columns = after.Columns / before.Columns;
            if (translation > 0)
            {
                amounts.Add(after.Column - before.Column);
                Assert.InRange(after.Row - before.Row, -translation - 0.01, translation + 0.01);
                AssertNear((1, mass), (1, rows), (1, columns));
            }
            else
            {
                AssertNear((20, after.Row), (20, after.Column));
            }

            if (scaling > 0)
            {
                amounts.Add(columns > 1 ? Math.Sqrt(columns) - 1 : 1 - Math.Sqrt(1 / columns));
                AssertNear((columns, mass), (columns, rows));
            }

            if (squeezing > 0)
            {
                amounts.Add(columns > 1 ? Math.Sqrt(columns) - 1 : 1 - Math.Sqrt(1 / columns));
                AssertNear((1, mass), (1, rows * columns));
            }

            if (shearing > 0)
            {
                // A row that is k below the centre is shifted by k times the shear, to the left where that is positive.
                double shear = -after.Mixed / before.Rows;
                amounts.Add(shear);
                AssertNear((1, mass), (1, rows), (1 + shear * shear, columns));
            }
        }

        // They fill the range, to both sides.
        double most = Math.Max(Math.Max(translation, scaling), Math.Max(squeezing, shearing));
        Assert.InRange(amounts.Max(), 0.8 * most, 1.05 * most);
        Assert.InRange(amounts.Min(), -1.05 * most, -0.8 * most);
        Assert.InRange(amounts.Average(), -0.25 * most, 0.25 * most);
    }

    [Fact]
    public void Distort_ShiftedBorder_LeavesBackground()
    {
        byte[] image = [.. Enumerable.Repeat((byte)255, 64)];
        Dataset dataset = Dataset.FromBytes(
            "white", new Shape(1, 8, 8), [.. Enumerable.Repeat(image, 20).SelectMany(pixels => pixels)], new byte[20], ["a"]);
        AffineDistortion far = None with { Translation = 1000, Background = 77 };
        for (int index = 0; index < 20; index++)
        {
            // Beyond its own size nearly always: only background is left, or a corner of the image.
            byte[] distorted = far.Distort(dataset, seed: 1, epoch: 1).RawImage(index).ToArray();
            Assert.All(distorted, pixel => Assert.InRange(pixel, 77, 255));
            Assert.Contains((byte)77, distorted);
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Fit_Distortion_TrainsOnTheDistortedImagesAtAnyThreadCount(int threads)
    {
        LinearNetwork distorting = LinearNetwork.Create(new Shape(2, 9, 7), 3, seed: 2);
        LinearNetwork byHand = LinearNetwork.Create(new Shape(2, 9, 7), 3, seed: 2);
        Dataset dataset = TrainingData.Raw(Network, count: 150);
        var options = new FitOptions { Epochs = 2, BatchSize = 70, Seed = 4, Threads = threads, Shuffle = false };
        var distortion = new AffineDistortion();

        History history = distorting.Fit(
            dataset, new Sgd(1e-4), new SparseCategoricalCrossEntropy(), options with { Distortion = distortion, ValidationSplit = 0.2 });

        for (int epoch = 1; epoch <= 2; epoch++)
        {
            // Validation images stay as they are.
            Dataset distorted = distortion.Distort(dataset.Slice(0, 120), seed: 4, epoch);
            History oneEpoch = byHand.Fit(
                distorted, new Sgd(1e-4), new SparseCategoricalCrossEntropy(),
                options with { Epochs = 1, Validation = dataset.Slice(120, 30) });
            Assert.Equal(oneEpoch.Epochs[0].Loss, history.Epochs[epoch - 1].Loss);
            Assert.Equal(oneEpoch.Epochs[0].ValidationLoss, history.Epochs[epoch - 1].ValidationLoss);
        }

        Assert.Equal(byHand.Parameters.ToArray(), distorting.Parameters.ToArray());
    }

    [Fact]
    public void Fit_DistortionOfFloats_SaysSoInASentence()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(2, 9, 7), 3);
        Dataset floats = TrainingData.Floats(Network, count: 10);
        const string sentence = "The images of 'noise' are floats, but only raw images can be distorted; leave out Distortion.";
        var loss = new SparseCategoricalCrossEntropy();
        var options = new FitOptions { Distortion = new AffineDistortion() };
        using var trainer = new Trainer(network, new Sgd(), loss) { Distortion = new AffineDistortion() };

        Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => trainer.BeginEpoch(floats, 1)).Message);
        Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Fit(floats, new Sgd(), loss, options)).Message);
        Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => trainer.Step(floats, [0])).Message);
        Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => new AffineDistortion().Distort(floats, 1, 1)).Message);
    }

    [Fact]
    public void Step_DistortionBeforeAnEpoch_Throws()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(2, 9, 7), 3);
        using var trainer = new Trainer(network, new Sgd(), new SparseCategoricalCrossEntropy()) { Distortion = new AffineDistortion() };
        Dataset dataset = TrainingData.Raw(Network, count: 10);

        Assert.Throws<InvalidOperationException>(() => trainer.Step(dataset, [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.BeginEpoch(dataset, 0));
        trainer.BeginEpoch(dataset, 1);
        Assert.True(double.IsFinite(trainer.Step(dataset, [0])));
    }

    [Fact]
    public void Construction_NumberOutOfRange_SaysWhatItMustBe()
    {
        AssertSentence("The Translation is -1; it must be from 0 to 1000.", () => new AffineDistortion { Translation = -1 });
        AssertSentence("The Scaling is 1.5; it must be from 0 to 1.", () => new AffineDistortion { Scaling = 1.5 });
        AssertSentence("The Squeezing is NaN; it must be from 0 to 1.", () => new AffineDistortion { Squeezing = double.NaN });
        AssertSentence("The Shearing is Infinity; it must be from 0 to 1.", () => None with { Shearing = double.PositiveInfinity });

        static void AssertSentence(string sentence, Func<object> create) =>
            Assert.StartsWith(sentence, Assert.Throws<ArgumentOutOfRangeException>(create).Message);
    }

    // Bilinear resampling blurs edges, and bytes round.
    private static void AssertNear(params (double Expected, double Actual)[] pairs) =>
        Assert.All(pairs, pair => Assert.Equal(pair.Expected, pair.Actual, 0.05));

    private static byte[] Pixels(Dataset dataset) =>
        [.. Enumerable.Range(0, dataset.Count).SelectMany(index => dataset.RawImage(index).ToArray())];

    /// <summary>Mass, centre and second moments of a square image.</summary>
    private sealed record Moments(double Mass, double Row, double Column, double Rows, double Columns, double Mixed)
    {
        public static Moments Of(byte[] pixels)
        {
            int size = (int)Math.Sqrt(pixels.Length);
            double Mean(Func<int, int, double> of, double mass) => pixels.Select((p, i) => p * of(i / size, i % size)).Sum() / mass;
            double mass = pixels.Sum(pixel => (double)pixel);
            double row = Mean((r, _) => r, mass), column = Mean((_, c) => c, mass);
            return new Moments(
                mass, row, column, Mean((r, _) => (r - row) * (r - row), mass), Mean((_, c) => (c - column) * (c - column), mass),
                Mean((r, c) => (r - row) * (c - column), mass));
        }
    }
}
