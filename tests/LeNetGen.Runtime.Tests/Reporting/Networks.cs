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
}
