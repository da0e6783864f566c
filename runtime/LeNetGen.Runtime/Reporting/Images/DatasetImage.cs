using LeNetGen.Data;
using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Images;

/// <summary>Images of a dataset as pictures show them: three channels as colours, any other number as the grey of their mean.</summary>
internal static class DatasetImage
{
    private const int ColourChannels = 3;

    /// <summary>One image: raw bytes as they are; floats between their least, black, and their greatest, white, or from 0 to 1.</summary>
    public static RasterImage Of(Dataset dataset, int index) =>
        Arrange(dataset.ImageShape, dataset.IsRaw ? dataset.RawImage(index) : BytesOf(dataset.FloatImage(index)));

    private static RasterImage Arrange(Shape shape, ReadOnlySpan<byte> planes)
    {
        int pixels = shape.Height * shape.Width;
        byte[] samples = new byte[shape.Channels == ColourChannels ? pixels * ColourChannels : pixels];
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            int sum = 0;
            for (int channel = 0; channel < shape.Channels; channel++)
            {
                byte value = planes[channel * pixels + pixel];
                sum += value;
                if (shape.Channels == ColourChannels)
                    samples[pixel * ColourChannels + channel] = value;
            }

            if (shape.Channels != ColourChannels)
                samples[pixel] = (byte)(sum / shape.Channels);
        }

        return new RasterImage(shape.Width, shape.Height, samples);
    }

    private static byte[] BytesOf(ReadOnlySpan<float> values)
    {
        (float low, float high) = (0, 1);
        foreach (float value in values)
        {
            if (float.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        byte[] bytes = new byte[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            double position = ((double)values[index] - low) / ((double)high - low);
            bytes[index] = double.IsNaN(position) ? (byte)0 : (byte)Math.Round(255 * Math.Clamp(position, 0, 1));
        }

        return bytes;
    }
}
