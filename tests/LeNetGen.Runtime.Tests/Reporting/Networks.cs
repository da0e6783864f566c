namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>Definitions written by hand, as the generator would write them.</summary>
internal static class Networks
{
    /// <summary>LeNet as "Dive into Deep Learning" trains it on Fashion-MNIST.</summary>
    public static NetworkDefinition D2L { get; } = new(
        "LeNet",
        new InputDefinition(new Shape(1, 28, 28), Scale: 1f / 255f, Offset: 0, Pad: 0),
        [
            new Conv2DDefinition("Conv2D_1", new Shape(1, 28, 28), new Shape(6, 28, 28), 5, 5, 1, 1, 2, 2)
            {
                Activation = Activation.Sigmoid,
            },
            new AveragePooling2DDefinition("AveragePooling2D_1", new Shape(6, 28, 28), new Shape(6, 14, 14), 2, 2)
            {
                ParameterOffset = 156,
            },
            new Conv2DDefinition("Conv2D_2", new Shape(6, 14, 14), new Shape(16, 10, 10), 5, 5, 1, 1, 0, 0)
            {
                Activation = Activation.Sigmoid, ParameterOffset = 156,
            },
            new AveragePooling2DDefinition("AveragePooling2D_2", new Shape(16, 10, 10), new Shape(16, 5, 5), 2, 2)
            {
                ParameterOffset = 2_572,
            },
            new FlattenDefinition("Flatten_1", new Shape(16, 5, 5), new Shape(400)) { ParameterOffset = 2_572 },
            new DenseDefinition("Dense_1", new Shape(400), new Shape(120)) { Activation = Activation.Sigmoid, ParameterOffset = 2_572 },
            new DenseDefinition("Dense_2", new Shape(120), new Shape(84)) { Activation = Activation.Sigmoid, ParameterOffset = 50_692 },
            new DenseDefinition("Dense_3", new Shape(84), new Shape(10)) { Activation = Activation.Softmax, ParameterOffset = 60_856 },
        ]);

    /// <summary>One dense layer of the given sizes.</summary>
    public static NetworkDefinition OneDense(int inputs, int outputs) => new(
        "Tiny",
        new InputDefinition(new Shape(inputs), Scale: 1, Offset: 0, Pad: 0),
        [new DenseDefinition("Dense_1", new Shape(inputs), new Shape(outputs))]);

    /// <summary>One dense layer of the given name, in a network of the given name.</summary>
    public static NetworkDefinition Named(string network, string layer) => new(
        network,
        new InputDefinition(new Shape(3), Scale: 1, Offset: 0, Pad: 0),
        [new DenseDefinition(layer, new Shape(3), new Shape(2))]);

    /// <summary>Many convolutions, the first of one channel, and a softmax of the given classes.</summary>
    public static NetworkDefinition Deep(int convolutions, int channels, int classes)
    {
        List<LayerDefinition> layers = [];
        var shape = new Shape(1, 8, 8);
        int offset = 0;
        for (int index = 1; index <= convolutions; index++)
        {
            var output = new Shape(channels, 8, 8);
            Add(new Conv2DDefinition($"Conv2D_{index}", shape, output, 3, 3, 1, 1, 1, 1) { Activation = Activation.Tanh });
        }

        Add(new MaxPooling2DDefinition("MaxPooling2D_1", shape, new Shape(shape.Channels, 4, 4), 2, 2));
        Add(new FlattenDefinition("Flatten_1", shape, new Shape(shape.Length)));
        Add(new DenseDefinition("Dense_1", shape, new Shape(classes)) { Activation = Activation.Softmax });
        return new NetworkDefinition("Deep", new InputDefinition(new Shape(1, 8, 8), 1f / 255f, 0, 0), [.. layers]);

        void Add(LayerDefinition layer)
        {
            layers.Add(layer with { ParameterOffset = offset });
            offset += layer.ParameterCount;
            shape = layer.Output;
        }
    }

    /// <summary>A perceptron with dropout of its image and of its hidden layer.</summary>
    public static NetworkDefinition Dropped { get; } = new(
        "Dropped",
        new InputDefinition(new Shape(1, 4, 5), Scale: 1f / 255f, Offset: 0, Pad: 0),
        [
            new DropoutDefinition("Dropout_1", new Shape(1, 4, 5), new Shape(1, 4, 5), Rate: 0.125),
            new FlattenDefinition("Flatten_1", new Shape(1, 4, 5), new Shape(20)),
            new DenseDefinition("Dense_1", new Shape(20), new Shape(7)) { Activation = Activation.ReLU },
            new DropoutDefinition("Dropout_2", new Shape(7), new Shape(7), Rate: 0.5) { ParameterOffset = 147 },
            new DenseDefinition("Dense_2", new Shape(7), new Shape(3)) { Activation = Activation.Softmax, ParameterOffset = 147 },
        ]);

    /// <summary>A flattened colour image and one hidden layer.</summary>
    public static NetworkDefinition Perceptron { get; } = new(
        "Perceptron",
        new InputDefinition(new Shape(3, 4, 5), Scale: 1f / 255f, Offset: 0, Pad: 0),
        [
            new FlattenDefinition("Flatten_1", new Shape(3, 4, 5), new Shape(60)),
            new DenseDefinition("Dense_1", new Shape(60), new Shape(7)) { Activation = Activation.ReLU },
            new DenseDefinition("Dense_2", new Shape(7), new Shape(2)) { ParameterOffset = 427 },
        ]);
}
