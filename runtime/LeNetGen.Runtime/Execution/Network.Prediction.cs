using LeNetGen.Execution;

namespace LeNetGen;

public abstract partial class Network
{
    private readonly Lock _threadedBatches = new();
    private BatchPrediction? _threadedBatch;

    /// <summary>
    /// Computes one image at the lowest latency. Allocates nothing once as many threads as ever predict at once have done so.
    /// </summary>
    /// <param name="image">[input] the image as the first layer reads it, (channel, row, column).</param>
    /// <param name="output">[output] receives the outputs: probabilities, if the network ends in softmax.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Predict(ReadOnlySpan<float> image, Span<float> output)
    {
        RequireLength("an image", image.Length, Packing.InputLength, nameof(image));
        RequireLength("an output", output.Length, OutputElements, nameof(output));
        SingleWorkspace workspace = _singleWorkspaces.Rent();
        workspace.Predict(image, output);
        _singleWorkspaces.Return(workspace);
        if (Definition.EndsInSoftmax)
            Softmax.Apply(output);
    }

    /// <summary>Computes one raw image, which is scaled and padded as the network declares.</summary>
    /// <param name="rawImage">[raw input] the pixels, (channel, row, column).</param>
    /// <param name="output">[output] receives the outputs: probabilities, if the network ends in softmax.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Predict(ReadOnlySpan<byte> rawImage, Span<float> output)
    {
        RequireLength("a raw image", rawImage.Length, Packing.RawLength, nameof(rawImage));
        RequireLength("an output", output.Length, OutputElements, nameof(output));
        SingleWorkspace workspace = _singleWorkspaces.Rent();
        Packing.Convert(rawImage, workspace.Image);
        workspace.Predict(workspace.Image, output);
        _singleWorkspaces.Return(workspace);
        if (Definition.EndsInSoftmax)
            Softmax.Apply(output);
    }

    /// <summary>
    /// The index of the largest output before a final softmax, or of the smallest if the outputs are penalties; the first of equal ones.
    /// </summary>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float}, Span{float})" path="/param[@name='image']|/exception"/>
    public int Classify(ReadOnlySpan<float> image)
    {
        RequireLength("an image", image.Length, Packing.InputLength, nameof(image));
        SingleWorkspace workspace = _singleWorkspaces.Rent();
        workspace.Predict(image, workspace.Output);
        int predicted = Definition.OutputsArePenalties ? Softmax.Smallest(workspace.Output) : Softmax.Largest(workspace.Output);
        _singleWorkspaces.Return(workspace);
        return predicted;
    }

    /// <summary>
    /// The index of the largest output before a final softmax, or of the smallest if the outputs are penalties; the first of equal ones.
    /// </summary>
    /// <inheritdoc cref="Predict(ReadOnlySpan{byte}, Span{float})" path="/param[@name='rawImage']|/exception"/>
    public int Classify(ReadOnlySpan<byte> rawImage)
    {
        RequireLength("a raw image", rawImage.Length, Packing.RawLength, nameof(rawImage));
        SingleWorkspace workspace = _singleWorkspaces.Rent();
        Packing.Convert(rawImage, workspace.Image);
        workspace.Predict(workspace.Image, workspace.Output);
        int predicted = Definition.OutputsArePenalties ? Softmax.Smallest(workspace.Output) : Softmax.Largest(workspace.Output);
        _singleWorkspaces.Return(workspace);
        return predicted;
    }

    /// <summary>Computes many images, sixteen at a time, on the calling thread.</summary>
    /// <param name="images">[images, input] the images as the first layer reads them, one after the other.</param>
    /// <param name="outputs">[images, output] receives the outputs.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void PredictBatch(ReadOnlySpan<float> images, Span<float> outputs)
    {
        int inputLength = Packing.InputLength;
        int count = CountOf("images", images.Length, inputLength, outputs.Length);
        BlockWorkspace workspace = _blockWorkspaces.Rent();
        for (int first = 0; first < count; first += NetworkKernels.BlockSize)
        {
            int present = Math.Min(NetworkKernels.BlockSize, count - first);
            workspace.Pack(images.Slice(first * inputLength, present * inputLength));
            workspace.Predict(outputs.Slice(first * OutputElements, present * OutputElements));
        }

        _blockWorkspaces.Return(workspace);
    }

    /// <summary>Computes many raw images, sixteen at a time, on the calling thread.</summary>
    /// <param name="rawImages">[images, raw input] the images' pixels, one image after the other.</param>
    /// <param name="outputs">[images, output] receives the outputs.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void PredictBatch(ReadOnlySpan<byte> rawImages, Span<float> outputs)
    {
        int rawLength = Packing.RawLength;
        int count = CountOf("raw images", rawImages.Length, rawLength, outputs.Length);
        BlockWorkspace workspace = _blockWorkspaces.Rent();
        for (int first = 0; first < count; first += NetworkKernels.BlockSize)
        {
            int present = Math.Min(NetworkKernels.BlockSize, count - first);
            workspace.Pack(rawImages.Slice(first * rawLength, present * rawLength));
            workspace.Predict(outputs.Slice(first * OutputElements, present * OutputElements));
        }

        _blockWorkspaces.Return(workspace);
    }

    /// <summary>
    /// Computes many images on several threads, which the network keeps for the next batch; the outputs do not depend on their number.
    /// Of several such calls at once, one runs after the other.
    /// </summary>
    /// <param name="images">[images, input] the images as the first layer reads them, one after the other.</param>
    /// <param name="outputs">[images, output] receives the outputs.</param>
    /// <param name="threads">How many threads compute, the calling one included.</param>
    /// <exception cref="ArgumentException">A length is another, or there are less than 1 or more than 256 threads.</exception>
    public void PredictBatch(ReadOnlyMemory<float> images, Memory<float> outputs, int threads)
    {
        CountOf("images", images.Length, Packing.InputLength, outputs.Length);
        RunThreaded(images, default, outputs, threads);
    }

    /// <summary>Computes many raw images on several threads.</summary>
    /// <param name="rawImages">[images, raw input] the images' pixels, one image after the other.</param>
    /// <inheritdoc cref="PredictBatch(ReadOnlyMemory{float}, Memory{float}, int)"/>
    /// <param name="outputs"/>
    /// <param name="threads"/>
    public void PredictBatch(ReadOnlyMemory<byte> rawImages, Memory<float> outputs, int threads)
    {
        CountOf("raw images", rawImages.Length, Packing.RawLength, outputs.Length);
        RunThreaded(default, rawImages, outputs, threads);
    }

    private void RunThreaded(ReadOnlyMemory<float> images, ReadOnlyMemory<byte> rawImages, Memory<float> outputs, int threads)
    {
        lock (_threadedBatches)
        {
            if (_threadedBatch?.Threads != threads)
            {
                _threadedBatch?.Stop();
                _threadedBatch = null;
                _threadedBatch = new BatchPrediction(this, threads);
            }

            _threadedBatch.Run(images, rawImages, outputs);
        }
    }

    private int CountOf(string what, int length, int imageLength, int outputsLength)
    {
        (int count, int rest) = Math.DivRem(length, imageLength);
        if (rest != 0)
        {
            throw new ArgumentException(
                $"Network '{Definition.Name}' reads {imageLength} elements an image, of which {length} elements are no multiple.",
                "images");
        }

        if (outputsLength != count * OutputElements)
        {
            throw new ArgumentException(
                $"The outputs of {count} {what} need {count * OutputElements} elements, but there is room for {outputsLength}.", "outputs");
        }

        return count;
    }

    private void RequireLength(string what, int length, int needed, string argument) =>
        SpanLengths.Require(Definition.Name, what, length, needed, argument);
}
