using LeNetGen.Data;
using LeNetGen.Tests.Execution;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>A network whose answers are known: its logits are the three pixels of an image.</summary>
internal static class Classifier
{
    public static Network Network()
    {
        var shape = new Shape(1, 1, 3);
        var network = new InterpretedNetwork(new NetworkDefinition(
            "Known",
            new InputDefinition(shape, Scale: 1, Offset: 0, Pad: 0),
            [
                new FlattenDefinition("Flatten_1", shape, new Shape(3)),
                new DenseDefinition("Dense_1", new Shape(3), new Shape(3)) { Activation = Activation.Softmax },
            ]));
        network.Parameters.Clear();
        for (int k = 0; k < 3; k++)
            network.Parameters[k * 3 + k] = 1;
        return network;
    }

    public static Dataset Images(byte[] pixels, params byte[] labels) =>
        Dataset.FromBytes("known images", new Shape(1, 1, 3), pixels, labels, ["T-shirt/top", "Ankle boot", "<Bag>"]);
}
