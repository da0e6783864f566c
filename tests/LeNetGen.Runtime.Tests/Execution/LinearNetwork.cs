using LeNetGen.Execution;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Execution;

/// <summary>
/// One dense layer with softmax, whose kernels allocate nothing and take the gradient of the outputs from where the outputs were.
/// </summary>
internal sealed class LinearNetwork : Network
{
    private LinearNetwork(NetworkDefinition definition, LinearKernels kernels, int seed)
        : base(definition, kernels, seed) => LinearKernels = kernels;

    public LinearKernels LinearKernels { get; }

    public static LinearNetwork Create(Shape input, int classes, int seed = 0, float scale = 1, float offset = 0, int pad = 0)
    {
        NetworkDefinition definition = new NetworkBuilder(input.Channels, input.Height, input.Width)
            .Flatten().Dense(classes, Activation.Softmax).Build("Linear", scale, offset, pad);
        return new LinearNetwork(definition, new LinearKernels(input.Length, classes), seed);
    }
}
