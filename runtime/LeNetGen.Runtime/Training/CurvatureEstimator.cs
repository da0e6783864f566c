using LeNetGen.Arithmetic;
using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Reference;

namespace LeNetGen.Training;

/// <summary>
/// Estimates the curvature of the loss along each parameter on a random part of the training images: docs/arithmetic.md, section 11. The
/// interpreter computes it; threads share the chunks, whose sums are added in ascending order.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="loss">The loss.</param>
/// <param name="workers">The threads.</param>
/// <param name="samples">How many images, or all if there are fewer.</param>
internal sealed class CurvatureEstimator(Network network, Loss loss, WorkerPool workers, int samples)
{
    private const int ChunkImages = NetworkKernels.ChunkBlocks * NetworkKernels.BlockSize;

    private readonly Interpreter<float> _interpreter = new(network.Definition);
    private readonly ReferenceLoss<float> _loss = ReferenceLoss<float>.Of(loss);
    private readonly float[][] _sums = [.. Enumerable.Range(0, workers.Threads).Select(_ => new float[network.Definition.ParameterCount])];

    /// <summary>Estimates with the network's present parameters.</summary>
    /// <param name="dataset">The training images.</param>
    /// <param name="seed">The training's seed.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="imageOf">The image of an index as the epoch sees it, [input], on a worker.</param>
    /// <returns>[parameters] the mean of the images' curvatures.</returns>
    public double[] Estimate(Dataset dataset, int seed, int epoch, Func<int, int, float[]> imageOf)
    {
        int[] indices = Draw(dataset.Count, seed, epoch);
        float[] parameters = network.CurrentParameters.ToArray();
        double[] curvature = new double[parameters.Length];
        int chunks = (indices.Length + ChunkImages - 1) / ChunkImages;
        for (int first = 0; first < chunks; first += workers.Threads)
        {
            int count = Math.Min(workers.Threads, chunks - first);
            workers.Run(count, (chunk, worker) => ComputeChunk(first + chunk, worker, _sums[chunk]));
            for (int chunk = 0; chunk < count; chunk++)
            {
                for (int i = 0; i < curvature.Length; i++)
                    curvature[i] += _sums[chunk][i];
            }
        }

        foreach (ref double element in curvature.AsSpan())
            element /= indices.Length;
        return curvature;

        void ComputeChunk(int chunk, int worker, float[] sums)
        {
            Array.Clear(sums);
            int start = chunk * ChunkImages;
            int[] members = indices[start..Math.Min(start + ChunkImages, indices.Length)];
            _interpreter.AddChunkCurvature(
                (float[])[.. members.SelectMany(index => imageOf(index, worker))],
                (int[])[.. members.Select(dataset.Label)],
                _loss.UsesTargets ? (float[])[.. members.SelectMany(index => dataset.Target(index).ToArray())] : [],
                parameters,
                _loss,
                // Steps are counted from 1: what an epoch's samples drop is drawn apart from them.
                new DropoutKey(seed, -epoch, start),
                sums);
        }
    }

    // Section 9: the first of all indices, of which each is exchanged with itself or one behind it.
    private int[] Draw(int imageCount, int seed, int epoch)
    {
        int[] indices = [.. Enumerable.Range(0, imageCount)];
        int[] drawn = new int[Math.Min(samples, imageCount)];
        var random = new RandomStream(seed, epoch, RandomPurpose.CurvatureSamples);
        for (int i = 0; i < drawn.Length; i++)
        {
            int other = i + random.Below((ulong)i, imageCount - i);
            (drawn[i], indices[other]) = (indices[other], indices[i]);
        }

        return drawn;
    }
}
