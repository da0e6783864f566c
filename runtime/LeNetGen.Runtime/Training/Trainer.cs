using System.Numerics;
using LeNetGen.Data;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>
/// One training of a network, step by step; <see cref="NetworkTraining.Fit"/> is written over it. The arithmetic is that of
/// docs/arithmetic.md: the number of threads changes nothing. A step allocates nothing, once one of its size has been taken.
/// </summary>
/// <remarks>An instance is for one thread at a time, and the network is its alone during a step.</remarks>
public sealed partial class Trainer : IDisposable
{
    private const int ChunkImages = NetworkKernels.ChunkBlocks * NetworkKernels.BlockSize;

    // Floats that one thread updates at a time: with the optimizer's state they stay in the first-level cache.
    private const int RangeFloats = 2048;
    private static readonly int s_rangeVectors = RangeFloats / Vector<float>.Count;

    private readonly Network _network;
    private readonly Loss _loss;
    private readonly int _seed;
    private readonly OptimizerRun _optimizer;
    private readonly GradientClipping? _clipping;
    private readonly WorkerPool _workers;
    private readonly BlockWorkspace[] _workspaces;
    private readonly ChunkSum _chunkSum;
    private readonly AlignedBuffer _gradient;
    private readonly Action<int, int> _computeChunk;
    private readonly Action<int, int> _update;
    private readonly Action<int, int> _sumSquares;
    private readonly Action<int, int> _clipAndUpdate;

    // The batch of the current step.
    private Dataset? _dataset;
    private int[] _indices = [];
    private int[] _labels = [];
    private int[] _predicted = [];
    private int[] _ranks = [];
    private float[] _losses = [];
    private int _step;
    private int _count;

    /// <summary>A training of a network.</summary>
    /// <param name="network">The network, whose parameters each step changes.</param>
    /// <param name="optimizer">How they change.</param>
    /// <param name="loss">What the steps make smaller.</param>
    /// <param name="threads">How many threads compute, the calling one included.</param>
    /// <param name="seed">The seed of what dropout drops, of distortions, and of the images that a curvature is estimated on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 1 or more than 256 threads.</exception>
    public Trainer(Network network, Optimizer optimizer, Loss loss, int threads = 1, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(loss);
        (_network, _loss, _seed) = (network, loss, seed);
        _optimizer = optimizer.Start(network.Definition.ParameterCount);
        _clipping = GradientClipping.Of(optimizer, network.Definition);
        _workers = new WorkerPool(threads);
        _workspaces = new BlockWorkspace[threads];
        for (int i = 0; i < threads; i++)
            _workspaces[i] = new BlockWorkspace(network);
        if (_optimizer.CurvatureSamples > 0)
            _curvature = new CurvatureEstimator(network, loss, _workers, _optimizer.CurvatureSamples);
        _gradient = new AlignedBuffer(network.Definition.ParameterCount);
        _chunkSum = new ChunkSum(_gradient, threads);
        (_computeChunk, _update) = (ComputeChunk, Update);
        (_sumSquares, _clipAndUpdate) = (SumSquares, ClipAndUpdate);
    }

    /// <summary>
    /// [ParameterCount] the gradient of the last step's loss, in the order of the network's parameters; clipped, if the optimizer clips.
    /// </summary>
    public ReadOnlySpan<float> Gradient => _gradient.Span;

    /// <summary>The learning rate of the last step; 0 before the first.</summary>
    public double LearningRate => _optimizer.LearningRate;

    /// <summary>How many images the last step found classified rightly.</summary>
    public int CorrectCount => Ranks.Count(0);

    /// <summary>[batch] the labels of the last step's images.</summary>
    internal ReadOnlySpan<int> Labels => _labels.AsSpan(0, _count);

    /// <summary>[batch] the classes that the last step predicted for its images.</summary>
    internal ReadOnlySpan<int> Predicted => _predicted.AsSpan(0, _count);

    /// <summary>[batch] the ranks of the labels of the last step's images.</summary>
    internal ReadOnlySpan<int> Ranks => _ranks.AsSpan(0, _count);

    /// <summary>Takes one step.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="indices">[batch] which of its images make up the batch.</param>
    /// <returns>The batch's mean loss, with the parameters as they were before the step.</returns>
    /// <exception cref="LeNetGenException">
    /// The dataset's images are not what the network reads, or cannot be distorted, a label is none of its outputs, the loss cannot work
    /// with the targets, or the learning-rate schedule gives an impossible rate.
    /// </exception>
    /// <exception cref="InvalidOperationException">No epoch has begun, and there is something that depends on epochs.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or asks for an image that the dataset does not have.</exception>
    public double Step(Dataset dataset, ReadOnlySpan<int> indices)
    {
        TakeBatch(dataset, indices);
        _optimizer.BeginStep();
        _step++;
        int chunks = (_count + ChunkImages - 1) / ChunkImages;
        int ranges = (_gradient.Vectors.Length + s_rangeVectors - 1) / s_rangeVectors;
        _chunkSum.Begin();
        _workers.Run(chunks, _computeChunk);
        _chunkSum.End();
        if (_clipping is not null)
        {
            _workers.Run(_clipping.PieceCount, _sumSquares);
            _clipping.FindScales();
            _workers.Run(ranges, _clipAndUpdate);
        }
        else
        {
            _workers.Run(ranges, _update);
        }

        _network.OutdatePacked();
        _dataset = null;
        return MeanLoss();
    }

    /// <summary>How well the network does with its present parameters.</summary>
    internal Evaluation Evaluate(Dataset dataset) => Evaluator.Evaluate(_network, dataset, _loss, _workers, _workspaces);

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _workers.Dispose();

    private void TakeBatch(Dataset dataset, ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
            throw new ArgumentException("A batch has at least one image.", nameof(indices));
        DatasetFit.RequireImages(_network.Definition, dataset);
        RequireEpoch(dataset);
        _loss.Require(_network.Definition, dataset);
        if (_indices.Length < indices.Length)
            MakeRoom(indices.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            int index = indices[i];
            if ((uint)index >= (uint)dataset.Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), $"'{dataset.Name}' has {dataset.Count} images, but the batch asks for image {index}.");
            }

            DatasetFit.RequireLabel(_network.Definition, dataset, index);
            _loss.RequireTarget(dataset, index);
            (_indices[i], _labels[i]) = (index, dataset.Label(index));
        }

        (_dataset, _count) = (dataset, indices.Length);
    }

    private void MakeRoom(int images)
    {
        (_indices, _labels, _losses) = (new int[images], new int[images], new float[images]);
        (_predicted, _ranks) = (new int[images], new int[images]);
        _count = 0;
    }

    private void ComputeChunk(int chunk, int worker)
    {
        Span<float> gradient = _chunkSum.Take(chunk);
        try
        {
            BlockWorkspace workspace = _workspaces[worker];
            int start = chunk * ChunkImages;
            int end = Math.Min(start + ChunkImages, _count);
            int blocks = 0;
            for (int first = start; first < end; first += NetworkKernels.BlockSize)
            {
                int present = Math.Min(NetworkKernels.BlockSize, end - first);
                TakeIn(workspace, worker, _indices.AsSpan(first, present));
                workspace.ForwardTraining(new DropoutKey(_seed, _step, first));
                ComputeLoss(workspace, first, present);
                workspace.Backward(blocks++, gradient);
            }

            workspace.FinishChunk(blocks, gradient);
            _chunkSum.Add(chunk);
        }
        catch
        {
            _chunkSum.Abandon();
            throw;
        }
    }

    private void ComputeLoss(BlockWorkspace workspace, int first, int present)
    {
        ReadOnlySpan<int> labels = _labels.AsSpan(first, present);
        Span<int> predicted = _predicted.AsSpan(first, present);
        BlockRanking.Compute(
            workspace.Outputs, _network.Definition.OutputsArePenalties, labels, predicted, _ranks.AsSpan(first, present));
        if (_loss.UsesTargets)
            workspace.PackTargets(_dataset!, _indices.AsSpan(first, present));
        _loss.Compute(new LossBlock
        {
            Outputs = workspace.Outputs,
            EndsInSoftmax = _network.Definition.EndsInSoftmax,
            Predicted = predicted,
            Labels = labels,
            Targets = workspace.Targets,
            BatchSize = _count,
            Losses = _losses.AsSpan(first, present),
            Gradient = workspace.OutputGradient,
        });
    }

    private void Update(int range, int worker)
    {
        (int start, int length) = VectorsOf(range);
        _optimizer.Update(start, _gradient.Vectors.Slice(start, length), _network.ParameterBuffer.Vectors.Slice(start, length));
    }

    private void SumSquares(int piece, int worker) => _clipping!.SumPiece(piece, _gradient.Span);

    private void ClipAndUpdate(int range, int worker)
    {
        int first = range * RangeFloats;
        _clipping!.Scale(first, _gradient.Span.Slice(first, Math.Min(RangeFloats, _gradient.Span.Length - first)));
        Update(range, worker);
    }

    private (int Start, int Length) VectorsOf(int range)
    {
        int start = range * s_rangeVectors;
        return (start, Math.Min(s_rangeVectors, _gradient.Vectors.Length - start));
    }

    private double MeanLoss()
    {
        double sum = 0;
        foreach (float loss in _losses.AsSpan(0, _count))
            sum += loss;
        return sum / _count;
    }
}
