using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Plans the gradients of weights and biases.</summary>
internal sealed class ParameterGradientPlanner(ShapedNetwork network, WorkspaceLayout workspace, int lanes)
{
    /// <summary>What follows once after the last block of a chunk.</summary>
    public List<KernelStep> ChunkSteps { get; } = [];

    /// <summary>The steps for one block, some of which leave the rest to <see cref="ChunkSteps"/>.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="source">What it reads.</param>
    /// <param name="gradient">The gradient before its activation.</param>
    public IEnumerable<KernelStep> Plan(WeightedLayer layer, Operand source, Operand gradient)
    {
        Operand weight = ParameterPlace.Weight(layer, Memory.Gradient), bias = ParameterPlace.Bias(layer, Memory.Gradient);
        var ofBias = new BiasGradientPlan(layer.Name + "_BiasGradient", layer.Output.Channels, layer.Output.Area, lanes);
        WeightGradientPlan? ofWeights = layer is ShapedConvolution convolution ? WeightGradientPlan.Of(convolution, lanes) : null;
        int length = Math.Max(ofWeights?.ScratchLength ?? 0, ofBias.ScratchLength);
        Operand? scratch = length == 0 ? null : workspace.Add(layer.Name + "_scratch", length, WorkspaceLayout.Dimensions(length));
        IEnumerable<KernelStep> weightSteps = ofWeights is null
            ? WeightGradient((ShapedDense)layer, source, gradient, weight)
            : [new ConvolutionGradientStep(layer, ofWeights, source, gradient, scratch!, weight)];
        foreach (KernelStep step in weightSteps)
            yield return step;
        yield return new BiasGradientStep(layer, ofBias, gradient, ofBias.ScratchLength == 0 ? null : scratch, bias);
    }

    /// <summary>
    /// Each block leaves what a dense layer read, and its gradient, for a kernel that takes all images of the chunk: the sums are more than
    /// the nearest cache holds, and so are stored once. Calls that share weights take turns in adding to their sums, block by block.
    /// </summary>
    private IEnumerable<KernelStep> WeightGradient(ShapedDense layer, Operand source, Operand gradient, Operand weight)
    {
        int inputs = layer.Input.Length, units = layer.Output.Length;
        string name = layer.Name + "_imageMajor", shape = WorkspaceLayout.Dimensions(NetworkPlan.BlockLanes, inputs);
        if (IsShared(layer))
        {
            Operand imageMajor = workspace.Add(name, NetworkPlan.BlockLanes * inputs, shape), ofUnits = gradient;
            yield return LayoutStep.ToImageMajor(layer, inputs, lanes, source, imageMajor);
            if (lanes < NetworkPlan.BlockLanes)
            {
                string ofBlock = WorkspaceLayout.Dimensions(units, NetworkPlan.BlockLanes);
                ofUnits = workspace.Add(layer.Name + "_dz", units * NetworkPlan.BlockLanes, ofBlock);
                yield return LayoutStep.FromSlice(layer, units, lanes, gradient, ofUnits);
            }

            yield return new DenseGradientStep(layer, DenseGradientPlan.Of(layer, lanes, isOfChunk: false), imageMajor, ofUnits, weight);
            yield break;
        }

        Operand OfChunk(string place, int length, params int[] sizes) =>
            workspace.AddOfChunk(place, length * NetworkPlan.ChunkImages, WorkspaceLayout.Dimensions(sizes));
        Operand images = OfChunk(name, inputs, NetworkPlan.ChunkImages, inputs);
        Operand gradients = OfChunk(layer.Name + "_dz", units, units, NetworkPlan.ChunkImages);
        yield return LayoutStep.ToImageMajor(
            layer, inputs, lanes, source, images with { Shape = shape, BlockStride = NetworkPlan.BlockLanes * inputs });
        yield return LayoutStep.ToChunk(layer, units, lanes, gradient, gradients with { BlockStride = NetworkPlan.BlockLanes });
        ChunkSteps.Add(new DenseGradientStep(layer, DenseGradientPlan.Of(layer, lanes, isOfChunk: true), images, gradients, weight));
    }

    private bool IsShared(ShapedLayer layer) =>
        layer.SharesWith is not null || network.Layers.Any(other => other.SharesWith == layer.Name);
}
