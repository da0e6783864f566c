using LeNetGen.Execution;

namespace LeNetGen.Execution.Tests.Golden;

/// <summary>What every layer of generated code writes, read from a workspace.</summary>
/// <remarks>
/// Training needs all of it for the way back, so that it lies there: the input, then each layer's output, in the network's order; a Flatten
/// layer's is that of the layer before. So it is at least at 512 bits, where a vector has all images of a block.
/// </remarks>
internal static class LayerOutputs
{
    /// <summary>The outputs of all layers, of a final softmax what it is given.</summary>
    /// <param name="network">The network.</param>
    /// <param name="images">[images, input] the batch.</param>
    /// <returns>[layers][images * output] the outputs, image by image.</returns>
    public static double[][] Of(Network network, float[] images)
    {
        var wide = (Network)Activator.CreateInstance(network.GetType(), VectorWidth.Bits512)!;
        network.Parameters.CopyTo(wide.Parameters);
        return OfWide(wide, images);
    }

    private static double[][] OfWide(Network network, float[] images)
    {
        const int lanes = NetworkKernels.BlockSize;
        NetworkDefinition definition = network.Definition;
        List<double>[] outputs = [.. definition.Layers.Select(_ => new List<double>())];
        float[] workspace = new float[network.Kernels.WorkspaceLength];
        foreach (float[] block in images.Chunk(lanes * definition.Input.Shape.Length))
        {
            int inputLength = definition.Input.Shape.Length;
            int[] starts = [.. Enumerable.Range(0, block.Length / inputLength).Select(lane => lane * inputLength)];
            network.Packing.Pack(block, starts, workspace);
            network.Kernels.ForwardTraining(network.Parameters, workspace, new DropoutKey(Seed: 0, Step: 0, FirstImage: 0));
            int offset = 0, length = definition.Input.Shape.Length;
            for (int i = 0; i < outputs.Length; i++)
            {
                if (definition.Layers[i] is not FlattenDefinition)
                    (offset, length) = (offset + lanes * length, definition.Layers[i].Output.Length);
                for (int lane = 0; lane < block.Length / definition.Input.Shape.Length; lane++)
                    outputs[i].AddRange(Enumerable.Range(0, length).Select(element => (double)workspace[offset + element * lanes + lane]));
            }

            Assert.Equal(network.Kernels.TrainingOutputOffset, offset);
        }

        return Array.ConvertAll(outputs, values => values.ToArray());
    }
}
