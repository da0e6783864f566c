using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Processes;

/// <summary>A little of everything, small enough to be run without any vector instruction.</summary>
/// <param name="Width">The width of the network's vectors.</param>
/// <param name="Digest">SHA-256 of predictions, losses, the last gradient and the trained parameters, to the bit.</param>
internal sealed record Smoke(VectorWidth Width, string Digest)
{
    private const int Images = 40;
    private const int Steps = 3;

    /// <summary>Predicts and trains.</summary>
    public static Smoke Run(VectorWidth width)
    {
        var network = new LeNet(1, width);
        var batch = new SampleBatch(LeNet.Definition, Images);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var trainer = new Trainer(network, new RmsProp(), new SparseCategoricalCrossEntropy(), threads: 2))
        {
            for (int step = 0; step < Steps; step++)
                digest.AppendData(BitConverter.GetBytes(trainer.Step(batch.Dataset, batch.All)));
            digest.AppendData(MemoryMarshal.AsBytes(trainer.Gradient));
        }

        float[] outputs = new float[Images * LeNet.Definition.Output.Length];
        network.PredictBatch(batch.Raw.AsSpan(), outputs);
        digest.AppendData(MemoryMarshal.AsBytes<float>(outputs));
        network.Predict(batch.Image(0), outputs.AsSpan(0, LeNet.Definition.Output.Length));
        digest.AppendData(MemoryMarshal.AsBytes<float>(outputs));
        digest.AppendData(MemoryMarshal.AsBytes(network.Parameters));
        return new Smoke(network.Width, Convert.ToHexString(digest.GetHashAndReset()));
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Smoke Parse(string line)
    {
        string[] words = line.Split(' ');
        Assert.Equal(2, words.Length);
        return new Smoke((VectorWidth)int.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
    }

    /// <summary>The width in bits, and the digest.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Width} {Digest}");
}
