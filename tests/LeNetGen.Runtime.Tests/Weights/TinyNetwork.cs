using LeNetGen.Execution;

namespace LeNetGen.Runtime.Tests.Weights;

/// <summary>A network of one convolution and one dense layer that has parameters, but cannot compute.</summary>
internal sealed class TinyNetwork(int classes = 3) : Network(Describe(classes), new NoKernels(), seed: 0)
{
    private static NetworkDefinition Describe(int classes)
    {
        Conv2DDefinition convolution = new("c1", new Shape(1, 3, 3), new Shape(2, 2, 2), 2, 2, 1, 1, 0, 0);
        return new NetworkDefinition(
            "Tiny",
            new InputDefinition(new Shape(1, 3, 3), 1, 0, 0),
            [
                convolution,
                new FlattenDefinition("flatten", new Shape(2, 2, 2), new Shape(8)) { ParameterOffset = convolution.ParameterCount },
                new DenseDefinition("d1", new Shape(8), new Shape(classes)) { ParameterOffset = convolution.ParameterCount },
            ]);
    }

    private sealed class NoKernels : NetworkKernels
    {
        public override VectorWidth Width => VectorWidth.Scalar;

        public override int WorkspaceLength => 0;

        public override int OutputOffset => 0;

        public override int OutputGradientOffset => 0;

        public override int PackedLength => 0;

        public override int SingleWorkspaceLength => 0;

        public override void Forward(ReadOnlySpan<float> parameters, Span<float> workspace) => throw CannotCompute();

        public override void Backward(ReadOnlySpan<float> parameters, Span<float> workspace, int block, Span<float> gradient) =>
            throw CannotCompute();

        public override void Pack(ReadOnlySpan<float> parameters, Span<float> packed) => throw CannotCompute();

        public override void PredictOne(ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output) =>
            throw CannotCompute();

        private static InvalidOperationException CannotCompute() => new("The test's network has no kernels.");
    }
}
