using LeNetGen.Data;
using LeNetGen.Reference;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Images;
using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>
/// What a network makes of one image: the activations of every layer, a tile for each channel or a strip of a vector, and at last the
/// probabilities of the classes. Dropout, which predictions know nothing of, is left out. The values are those that the generated code
/// computes, bit for bit.
/// </summary>
public static class FeatureMapsSvg
{
    /// <summary>Draws the activations of every layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="index">Which of its images.</param>
    /// <returns>A complete SVG document that any browser shows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <exception cref="LeNetGenException">The images, or the image's label, do not fit the network.</exception>
    public static string Of(Network network, Dataset dataset, int index)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, dataset.Count);
        return Draw(network, dataset, index).Document();
    }

    /// <summary>The same as a picture that may become part of a page.</summary>
    internal static Picture Draw(Network network, Dataset dataset, int index)
    {
        DatasetFit.RequireImages(network.Definition, dataset);
        DatasetFit.RequireLabel(network.Definition, dataset, index);
        var interpreter = new Interpreter<float>(network.Definition);
        float[] image = dataset.IsRaw ? interpreter.FromBytes(dataset.RawImage(index)) : dataset.FloatImage(index).ToArray();
        ForwardPass<float> pass = interpreter.Forward(image, network.CurrentParameters);

        var probabilities = new ClassProbabilities(pass, dataset, dataset.Label(index));
        var drawing = new FeatureMapsDrawing(network.Definition);
        drawing.WriteImage(dataset, index, probabilities);
        for (int layer = 0; layer < pass.Outputs.Length; layer++)
        {
            // Dropout is there in training only.
            if (network.Definition.Layers[layer] is not DropoutDefinition)
                drawing.WriteLayer(layer, pass.Outputs[layer]);
        }

        drawing.WriteProbabilities(probabilities);
        return new Picture(
            $"What {network.Definition.Name} sees in image {Figures.Plain(index)} of {dataset.Name}", probabilities.Sentence,
            PictureStyle.Width, drawing.Height, drawing.Svg);
    }
}
