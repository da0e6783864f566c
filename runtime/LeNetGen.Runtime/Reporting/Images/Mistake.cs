using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Training;

namespace LeNetGen.Reporting.Images;

/// <summary>An image that a network classifies wrongly.</summary>
/// <param name="Index">Its index in the dataset.</param>
/// <param name="Actual">Its label.</param>
/// <param name="Predicted">The class that the network takes it for.</param>
/// <param name="Probability">The probability that the network gives to that.</param>
internal readonly record struct Mistake(int Index, int Actual, int Predicted, float Probability)
{
    /// <summary>All mistakes of a network on a dataset, the most confident first; equally confident ones in the dataset's order.</summary>
    /// <exception cref="LeNetGenException">The dataset has no images, or images or labels that the network does not read.</exception>
    public static IReadOnlyList<Mistake> AllOf(Network network, Dataset dataset)
    {
        DatasetFit.RequireLabelled(network.Definition, dataset);
        var workspace = new BlockWorkspace(network);
        float[] outputs = new float[network.OutputElements];
        float sign = network.Definition.OutputsArePenalties ? -1 : 1;
        List<Mistake> mistakes = [];
        Span<int> indices = stackalloc int[NetworkKernels.BlockSize];
        for (int first = 0; first < dataset.Count; first += NetworkKernels.BlockSize)
        {
            int count = Math.Min(NetworkKernels.BlockSize, dataset.Count - first);
            for (int lane = 0; lane < count; lane++)
                indices[lane] = first + lane;
            workspace.Pack(dataset, indices[..count]);
            workspace.Forward();
            for (int lane = 0; lane < count; lane++)
            {
                for (int k = 0; k < outputs.Length; k++)
                    outputs[k] = sign * workspace.Outputs[k * NetworkKernels.BlockSize + lane];
                // Before the softmax, as Classify and Evaluate have it: after it, rounding may have made two equal.
                int predicted = Softmax.Largest(outputs);
                int actual = dataset.Label(first + lane);
                if (predicted == actual)
                    continue;
                Softmax.Apply(outputs);
                mistakes.Add(new Mistake(first + lane, actual, predicted, outputs[predicted]));
            }
        }

        return [.. mistakes.OrderByDescending(mistake => mistake.Probability).ThenBy(mistake => mistake.Index)];
    }
}
