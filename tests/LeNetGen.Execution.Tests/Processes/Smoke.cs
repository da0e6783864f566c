using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Processes;

/// <summary>A little of everything, small enough to be run without any vector instruction.</summary>
/// <param name="Width">The width of the network's vectors.</param>
/// <param name="ElementwiseFloats">The floats of a Vector&lt;float&gt;, by which optimizers work whatever the network's width.</param>
/// <param name="Digest">SHA-256 of predictions, losses, the last gradient and the trained parameters, to the bit.</param>
internal sealed record Smoke(VectorWidth Width, int ElementwiseFloats, string Digest)
{
    private const int Images = 40;
    private const int Steps = 3;

    /// <summary>Predicts and trains.</summary>
    public static Smoke Run(VectorWidth width)
    {
        var network = new LeNet(1, width);
        var batch = new SampleBatch(LeNet.Definition, Images);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Train(network, batch, new RmsProp(new CosineDecay(1e-3, decaySteps: 4)) { ClipNorm = 0.01 }, digest);
        AppendOptimizers(width, digest);
        AppendDropout(width, digest);

        float[] outputs = new float[Images * LeNet.Definition.Output.Length];
        network.PredictBatch(batch.Raw.AsSpan(), outputs);
        digest.AppendData(MemoryMarshal.AsBytes<float>(outputs));
        network.Predict(batch.Image(0), outputs.AsSpan(0, LeNet.Definition.Output.Length));
        digest.AppendData(MemoryMarshal.AsBytes<float>(outputs));
        digest.AppendData(MemoryMarshal.AsBytes(network.Parameters));
        return new Smoke(network.Width, Vector<float>.Count, Convert.ToHexString(digest.GetHashAndReset()));
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Smoke Parse(string line)
    {
        string[] words = line.Split(' ');
        Assert.Equal(3, words.Length);
        (int width, int floats) = (int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture));
        return new Smoke((VectorWidth)width, floats, words[2]);
    }

    /// <summary>The width in bits, the floats, and the digest.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Width} {ElementwiseFloats} {Digest}");

    // On a small network, all the others.
    private static void AppendOptimizers(VectorWidth width, IncrementalHash digest)
    {
        var batch = new SampleBatch(Bare.Definition, Images);
        Optimizer[] optimizers =
        [
            new Sgd(0.1), new Sgd(0.1, 0.9) { GlobalClipNorm = 0.01 },
            new Sgd(new StepDecay(0.1, everySteps: 1, factor: 0.7), 0.9, nesterov: true),
            new RmsProp(placement: EpsilonPlacement.PyTorch), new Adam(), new Adam(placement: EpsilonPlacement.PyTorch),
            new AdamW(new CosineDecay(0.01, decaySteps: 5, warmUpSteps: 2)),
        ];
        foreach (Optimizer optimizer in optimizers)
        {
            var network = new Bare(1, width);
            Train(network, batch, optimizer, digest);
            digest.AppendData(MemoryMarshal.AsBytes(network.Parameters));
        }
    }

    // Masks are drawn by vectors of their own, whatever the network's width.
    private static void AppendDropout(VectorWidth width, IncrementalHash digest)
    {
        var network = new Dropped(1, width);
        Train(network, new SampleBatch(Dropped.Definition, Images), new Sgd(0.1), digest);
        digest.AppendData(MemoryMarshal.AsBytes(network.Parameters));
    }

    private static void Train(Network network, SampleBatch batch, Optimizer optimizer, IncrementalHash digest)
    {
        using var trainer = new Trainer(network, optimizer, new SparseCategoricalCrossEntropy(), threads: 2);
        for (int step = 0; step < Steps; step++)
            digest.AppendData(BitConverter.GetBytes(trainer.Step(batch.Dataset, batch.All)));
        digest.AppendData(MemoryMarshal.AsBytes(trainer.Gradient));
    }
}
