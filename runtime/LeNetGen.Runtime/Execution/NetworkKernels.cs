using System.ComponentModel;

namespace LeNetGen.Execution;

/// <summary>
/// The generated kernels of one network at one vector width; the contract between generated code and runtime. An instance has no
/// state: any number of threads may use it, each with a workspace of its own.
/// </summary>
/// <remarks>
/// The arithmetic is that of docs/arithmetic.md. A final softmax is not the kernels' affair: where the network ends in one, its
/// output here is the logits.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NetworkKernels
{
    /// <summary>Images in a block. Element e of image i of its outputs, and of their gradient, lies at e * BlockSize + i.</summary>
    public const int BlockSize = 16;

    /// <summary>Blocks in a chunk, the unit of work of a thread, over which parameter gradients are summed first.</summary>
    public const int ChunkBlocks = 2;

    /// <summary>The vector width of these kernels.</summary>
    public abstract VectorWidth Width { get; }

    /// <summary>
    /// Floats of the workspace that <see cref="Forward"/> and <see cref="Backward"/> need. The images lie at its start, slice by slice.
    /// </summary>
    public abstract int WorkspaceLength { get; }

    /// <summary>
    /// Images of a slice, a part of a block whose values lie together: element e of its image i lies at e * SliceImages + i.
    /// </summary>
    public virtual int SliceImages => BlockSize;

    /// <summary>Floats from the images of a slice to those of the next.</summary>
    public virtual int SliceLength => 0;

    /// <summary>Where in the workspace <see cref="Forward"/> leaves the block of outputs.</summary>
    public abstract int OutputOffset { get; }

    /// <summary>
    /// Where in the workspace <see cref="Backward"/> finds the gradient of the loss with respect to the outputs, lane-minor as they are.
    /// </summary>
    public abstract int OutputGradientOffset { get; }

    /// <summary>Computes one block.</summary>
    /// <param name="parameters">[ParameterCount] the network's parameters.</param>
    /// <param name="workspace">
    /// [WorkspaceLength] the images at its start; receives activations, and the outputs at <see cref="OutputOffset"/>.
    /// </param>
    public abstract void Forward(ReadOnlySpan<float> parameters, Span<float> workspace);

    /// <summary>Where in the workspace <see cref="ForwardTraining"/> leaves the block of outputs.</summary>
    public virtual int TrainingOutputOffset => OutputOffset;

    /// <summary>
    /// Computes one block as training does: with dropout, and with every activation that <see cref="Backward"/> needs. The default is for a
    /// network without dropout whose <see cref="Forward"/> leaves them all.
    /// </summary>
    /// <param name="parameters">[ParameterCount] the network's parameters.</param>
    /// <param name="workspace">
    /// [WorkspaceLength] the images at its start; receives every activation, and the outputs at
    /// <see cref="TrainingOutputOffset"/>.
    /// </param>
    /// <param name="key">What decides which elements are dropped.</param>
    public virtual void ForwardTraining(ReadOnlySpan<float> parameters, Span<float> workspace, DropoutKey key) =>
        Forward(parameters, workspace);

    /// <summary>
    /// Takes one block's parameter gradients into those of its chunk, which are whole after <see cref="FinishChunk"/>. The blocks of a
    /// chunk are taken in ascending order.
    /// </summary>
    /// <param name="parameters">[ParameterCount] the network's parameters.</param>
    /// <param name="workspace">
    /// [WorkspaceLength] as <see cref="ForwardTraining"/> left it, with the gradient of the outputs at <see cref="OutputGradientOffset"/>.
    /// Overwritten. What <see cref="FinishChunk"/> needs stays there while nothing but <see cref="ForwardTraining"/> and the next block
    /// uses it.
    /// </param>
    /// <param name="block">The block's place in its chunk, below <see cref="ChunkBlocks"/>.</param>
    /// <param name="gradient">[ParameterCount] as the block before left it; for the first, anything.</param>
    /// <exception cref="ArgumentOutOfRangeException">A chunk has no such block, or a span is too short.</exception>
    public abstract void Backward(ReadOnlySpan<float> parameters, Span<float> workspace, int block, Span<float> gradient);

    /// <summary>Completes a chunk's parameter gradients: those of weights that are better summed over all its images at once.</summary>
    /// <param name="workspace">[WorkspaceLength] as <see cref="Backward"/> of the chunk's last block left it.</param>
    /// <param name="blocks">How many blocks the chunk has.</param>
    /// <param name="gradient">[ParameterCount] as the last block left it; receives what is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A chunk does not have so many blocks, or a span is too short.</exception>
    public virtual void FinishChunk(ReadOnlySpan<float> workspace, int blocks, Span<float> gradient)
    {
    }

    /// <summary>Floats of the packed parameters that <see cref="PredictOne"/> reads.</summary>
    public abstract int PackedLength { get; }

    /// <summary>Floats of the workspace that <see cref="PredictOne"/> needs.</summary>
    public abstract int SingleWorkspaceLength { get; }

    /// <summary>Arranges the parameters for <see cref="PredictOne"/>.</summary>
    /// <param name="parameters">[ParameterCount] the network's parameters.</param>
    /// <param name="packed">[PackedLength] receives them.</param>
    public abstract void Pack(ReadOnlySpan<float> parameters, Span<float> packed);

    /// <summary>Computes one image, at the lowest latency.</summary>
    /// <param name="packed">[PackedLength] what <see cref="Pack"/> has written.</param>
    /// <param name="workspace">[SingleWorkspaceLength] scratch.</param>
    /// <param name="image">[InputLength] the image, (channel, row, column).</param>
    /// <param name="output">[OutputLength] receives the outputs.</param>
    public abstract void PredictOne(ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output);
}
