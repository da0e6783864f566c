namespace LeNetGen.Execution;

/// <summary>Predicts the blocks of one batch on several threads. It remembers its threads and workspaces from batch to batch.</summary>
internal sealed class BatchPrediction
{
    private readonly Network _network;
    private readonly BlockWorkspace[] _workspaces;
    private readonly WorkerPool _workers;
    private readonly Action<int, int> _predictBlock;

    // Spans cannot be handed to other threads; these are the batch's while it runs. One of the first two is empty.
    private ReadOnlyMemory<float> _images;
    private ReadOnlyMemory<byte> _rawImages;
    private Memory<float> _outputs;

    public BatchPrediction(Network network, int threads)
    {
        _network = network;
        _workers = new WorkerPool(threads);
        _workspaces = new BlockWorkspace[threads];
        for (int i = 0; i < threads; i++)
            _workspaces[i] = new BlockWorkspace(network);
        _predictBlock = PredictBlock;
    }

    /// <summary>The number of threads.</summary>
    public int Threads => _workers.Threads;

    /// <summary>Predicts a batch of floats or, where those are empty, of bytes.</summary>
    public void Run(ReadOnlyMemory<float> images, ReadOnlyMemory<byte> rawImages, Memory<float> outputs)
    {
        (_images, _rawImages, _outputs) = (images, rawImages, outputs);
        try
        {
            int count = outputs.Length / _network.OutputElements;
            _workers.Run((count + NetworkKernels.BlockSize - 1) / NetworkKernels.BlockSize, _predictBlock);
        }
        finally
        {
            (_images, _rawImages, _outputs) = (default, default, default);
        }
    }

    /// <summary>Ends the threads.</summary>
    public void Stop() => _workers.Dispose();

    private void PredictBlock(int block, int worker)
    {
        int first = block * NetworkKernels.BlockSize;
        int count = Math.Min(NetworkKernels.BlockSize, _outputs.Length / _network.OutputElements - first);
        (int inputLength, int rawLength) = (_network.Packing.InputLength, _network.Packing.RawLength);
        BlockWorkspace workspace = _workspaces[worker];
        if (_rawImages.IsEmpty)
            workspace.Pack(_images.Span.Slice(first * inputLength, count * inputLength));
        else
            workspace.Pack(_rawImages.Span.Slice(first * rawLength, count * rawLength));
        workspace.Predict(_outputs.Span.Slice(first * _network.OutputElements, count * _network.OutputElements));
    }
}
