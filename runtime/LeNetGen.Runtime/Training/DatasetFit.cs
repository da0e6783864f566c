using LeNetGen.Data;

namespace LeNetGen.Training;

/// <summary>Whether a dataset is what a network can be trained or evaluated on.</summary>
internal static class DatasetFit
{
    /// <summary>
    /// Requires at least one image, images that the network reads, labels that it has outputs for, and what the loss needs.
    /// </summary>
    /// <exception cref="LeNetGenException">Something of it is not so.</exception>
    public static void Require(NetworkDefinition network, Dataset dataset, Loss loss)
    {
        RequireLabelled(network, dataset);
        loss.Require(network, dataset);
        for (int index = 0; index < dataset.Count; index++)
            loss.RequireTarget(dataset, index);
    }

    /// <summary>Requires at least one image, images that the network reads, and labels that it has outputs for.</summary>
    /// <exception cref="LeNetGenException">Something of it is not so.</exception>
    public static void RequireLabelled(NetworkDefinition network, Dataset dataset)
    {
        if (dataset.Count == 0)
            throw new LeNetGenException($"'{dataset.Name}' has no images.");
        RequireImages(network, dataset);
        for (int index = 0; index < dataset.Count; index++)
            RequireLabel(network, dataset, index);
    }

    /// <summary>Requires images of the shape that the network reads.</summary>
    /// <exception cref="LeNetGenException">They are of another.</exception>
    public static void RequireImages(NetworkDefinition network, Dataset dataset)
    {
        Shape needed = dataset.IsRaw ? network.Input.RawShape : network.Input.Shape;
        if (dataset.ImageShape != needed)
        {
            string kind = dataset.IsRaw ? "raw images" : "images";
            throw new LeNetGenException(
                $"Network '{network.Name}' reads {kind} of {needed}, but those of '{dataset.Name}' are {dataset.ImageShape}.");
        }
    }

    /// <summary>Requires that the network has an output for the label of one image.</summary>
    /// <exception cref="LeNetGenException">It has not.</exception>
    public static void RequireLabel(NetworkDefinition network, Dataset dataset, int index)
    {
        (int label, int outputs) = (dataset.Label(index), network.Output.Length);
        if (label >= outputs)
        {
            throw new LeNetGenException(
                $"Label {index} of '{dataset.Name}' is {label}, but network '{network.Name}' has {outputs} outputs.");
        }
    }
}
