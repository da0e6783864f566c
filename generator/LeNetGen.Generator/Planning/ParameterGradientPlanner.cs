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
        if (layer is ShapedConvolution convolution)
        {
            WeightGradientPlan plan = WeightGradientPlan.Of(convolution, lanes);
            int scratchLength = Math.Max(plan.ScratchLength, ofBias.ScratchLength);
            Operand scratch = workspace.Add(layer.Name + "_scratch", scratchLength, WorkspaceLayout.Dimensions(scratchLength));
            yield return new ConvolutionGradientStep(layer, plan, source, gradient, scratch, weight);
            yield return new BiasGradientStep(layer, ofBias, gradient, ofBias.Pixels == 1 ? null : scratch, bias);
        }
        else
        {
            foreach (KernelStep step in WeightGradient((ShapedDense)layer, source, gradient, weight))
                yield return step;
            yield return new BiasGradientStep(layer, ofBias, gradient, null, bias);
        }
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
            Operand imageMajor = workspace.Add(name, NetworkPlan.BlockLanes * inputs, shape);
            yield return LayoutStep.ToImageMajor(layer, inputs, source, imageMajor);
            yield return new DenseGradientStep(layer, DenseGradientPlan.Of(layer, lanes, isOfChunk: false), imageMajor, gradient, weight);
            yield break;
        }

        Operand OfChunk(string place, int length, params int[] sizes) =>
            workspace.AddOfChunk(place, length * NetworkPlan.ChunkImages, WorkspaceLayout.Dimensions(sizes));
        Operand images = OfChunk(name, inputs, NetworkPlan.ChunkImages, inputs);
        Operand gradients = OfChunk(layer.Name + "_dz", units, units, NetworkPlan.ChunkImages);
        yield return LayoutStep.ToImageMajor(
            layer, inputs, source, images with { Shape = shape, BlockStride = NetworkPlan.BlockLanes * inputs });
        yield return LayoutStep.ToChunk(layer, units, gradient, gradients with { BlockStride = NetworkPlan.BlockLanes });
        ChunkSteps.Add(new DenseGradientStep(layer, DenseGradientPlan.Of(layer, lanes, isOfChunk: true), images, gradients, weight));
    }

    private bool IsShared(ShapedLayer layer) =>
        layer.SharesWith is not null || network.Layers.Any(other => other.SharesWith == layer.Name);
}
