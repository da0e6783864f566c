using System.Globalization;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// A small network for every kind of layer, every activation and every edge of their geometry. The layer in question lies between
/// two others with parameters, so that its own gradient and what it passes on are both seen.
/// </summary>
internal static class GradientCases
{
    /// <summary>The networks, by what is particular about them.</summary>
    public static IReadOnlyDictionary<string, NetworkDefinition> All { get; } = Layers().Concat(Activations()).Concat(Slopes())
        .Select(@case => @case.Network.Build(@case.Name)).Concat(GraphGradientCases.All)
        .ToDictionary(network => network.Name);

    private static IEnumerable<(string Name, NetworkBuilder Network)> Layers() =>
    [
        ("Conv2D", Between(5, 6, network => network.Conv(3, 3))),
        ("Conv2D, 1x1", Between(3, 4, network => network.Conv(4, 1))),
        ("Conv2D, kernel of the input's size", Between(4, 4, network => network.Conv(3, 4))),
        ("Conv2D, strides 2, rows left over", Between(6, 6, network => network.Conv(2, 3, stride: 2))),
        ("Conv2D, strides larger than the kernel", Between(7, 8, network => network.Conv(2, 2, stride: 3))),
        ("Conv2D, same", Between(4, 5, network => network.Conv(2, 3, same: true))),
        ("Conv2D, same, more padding below", Between(4, 5, network => network.Conv(2, 4, same: true))),
        ("Conv2D, same, strides 2", Between(5, 6, network => network.Conv(2, 3, same: true, stride: 2))),
        ("Conv2D, same, kernel larger than the input", Between(2, 3, network => network.Conv(2, 5, same: true))),
        ("Conv2D, padding 1", Between(4, 3, network => network.Conv(2, 3, pad: 1))),
        ("Conv2D, of one pixel", Between(1, 1, network => network.Conv(3, 1))),
        ("Conv2D, rectangular", Between(5, 6, network => network.Conv(2, new WindowGeometry(2, 4, 1, 1)))),
        ("Conv2D, strides of each axis", Between(7, 7, network => network.Conv(2, new WindowGeometry(3, 2, 1, 3)))),
        ("Conv2D, padding of each side", Between(4, 5, network => network.Conv(2, new WindowGeometry(3, 3, 2, 1) { Pads = (0, 2, 3, 1) }))),
        ("Conv2D, with connections", Between(5, 6, network => network.Conv(3, 1).ConnectedConv(3, new("X.X.", ".XX.", "..XX")))),
        ("Conv2D, with connections, strides 2, padding 1",
            Between(6, 5, network => network.Conv(3, 1).ConnectedConv(3, new("XX", "..", ".X"), stride: 2, pad: 1))),
        ("Subsampling2D", Between(4, 6, network => network.Subsample(2))),
        ("Subsampling2D, rows and columns left over", Between(5, 7, network => network.Subsample(2, 3))),
        ("Subsampling2D, overlapping", Between(6, 5, network => network.Subsample(new WindowGeometry(3, 2, 2, 1)))),
        ("Subsampling2D, with gaps", Between(6, 7, network => network.Subsample(new WindowGeometry(1, 2, 2, 3)))),
        ("Subsampling2D, padded", Between(5, 4, network => network.Subsample(new WindowGeometry(3, 3, 2, 1) { Pads = (2, 1, 0, 2) }))),
        ("Rbf", Between(2, 2, network => network.Flatten().Dense(4, Activation.ScaledTanh).Rbf("X.XX", "....", "XX.."))),
        ("AveragePooling2D", Between(4, 6, network => network.AveragePool(2))),
        ("AveragePooling2D, rows and columns left over", Between(5, 7, network => network.AveragePool(2, 3))),
        ("AveragePooling2D, of the whole image", Between(3, 3, network => network.AveragePool(3))),
        ("AveragePooling2D, overlapping", Between(6, 5, network => network.AveragePool(new WindowGeometry(3, 2, 2, 1)))),
        ("AveragePooling2D, with gaps", Between(6, 7, network => network.AveragePool(new WindowGeometry(1, 2, 2, 3)))),
        ("AveragePooling2D, padded", Between(5, 4, network => network.AveragePool(new WindowGeometry(3, 3, 2, 1) { Pads = (2, 1, 0, 2) }))),
        ("MaxPooling2D", Between(4, 6, network => network.MaxPool(2))),
        ("MaxPooling2D, rows and columns left over", Between(5, 7, network => network.MaxPool(2, 3))),
        ("MaxPooling2D, of the whole image", Between(3, 3, network => network.MaxPool(3))),
        ("MaxPooling2D, overlapping", Between(6, 5, network => network.MaxPool(new WindowGeometry(3, 2, 2, 1)))),
        ("MaxPooling2D, with gaps", Between(6, 7, network => network.MaxPool(new WindowGeometry(1, 2, 2, 3)))),
        ("MaxPooling2D, padded", Between(5, 4, network => network.MaxPool(new WindowGeometry(3, 3, 2, 1) { Pads = (2, 1, 0, 2) }))),
        ("Flatten, twice", Between(3, 2, network => network.Flatten())),
        ("Dense", Between(2, 3, network => network.Flatten().Dense(5))),
        ("Dense, of one unit", Between(2, 3, network => network.Flatten().Dense(1))),
        ("Dense, of one class", new NetworkBuilder(1, 2, 2).Flatten().Dense(3).Dense(1, Activation.Softmax)),
        ("Softmax", new NetworkBuilder(2, 2, 2).Flatten().Dense(4, Activation.Softmax)),
        ("Dropout", Between(3, 4, network => network.Dropout(0.4))),
        ("Dropout, of rate 0", Between(3, 4, network => network.Dropout(0))),
        ("Dropout, twice", Between(3, 4, network => network.Dropout(0.2).Dropout(0.3))),
        ("Dropout, before max pooling", Between(4, 6, network => network.Dropout(0.3).MaxPool(2))),
        ("Dropout, behind max pooling", Between(4, 6, network => network.MaxPool(2).Dropout(0.3))),
        ("Dropout, between dense layers", Between(2, 3, network => network.Flatten().Dense(6, Activation.LeakyReLU).Dropout(0.5))),
        ("Dropout, first", new NetworkBuilder(2, 3, 3).Dropout(0.3).Conv(2, 2, Activation.Tanh).Flatten().Dense(3, Activation.Softmax)),
        ("Dropout, last", new NetworkBuilder(2, 2, 2).Flatten().Dense(4, Activation.Tanh).Dense(3, Activation.Sigmoid).Dropout(0.3)),
        ("no Dense at all", new NetworkBuilder(2, 4, 3).Conv(2, 2, Activation.Tanh).Conv(2, 2, pad: 1).MaxPool(2)),
    ];

    private static IEnumerable<(string Name, NetworkBuilder Network)> Slopes() =>
        from slope in new[] { 0, 0.01f, 1, 1.5f }
        let name = string.Create(CultureInfo.InvariantCulture, $"LeakyReLU of slope {slope}")
        select (name, Between(3, 3, network => network.Conv(2, 2).Activated(Activation.LeakyReLU, slope)));

    private static IEnumerable<(string Name, NetworkBuilder Network)> Activations() =>
        from activation in Enum.GetValues<Activation>().Where(activation => activation != Activation.Softmax)
        from @case in new[]
        {
            ($"{activation} of a convolution", Between(3, 3, network => network.Conv(2, 2, activation))),
            ($"{activation} of a convolution before max pooling", Between(5, 5, network => network.Conv(2, 2, activation).MaxPool(2))),
            ($"{activation} of a dense layer", Between(2, 2, network => network.Flatten().Dense(4, activation))),
            ($"{activation} at the end", new NetworkBuilder(2, 2, 2).Flatten().Dense(4, Activation.Tanh).Dense(3, activation)),
        }
        select @case;

    private static NetworkBuilder Between(int height, int width, Func<NetworkBuilder, NetworkBuilder> add) =>
        add(new NetworkBuilder(1, height, width).Conv(2, 1, Activation.Tanh)).Flatten().Dense(3, Activation.Softmax);
}
