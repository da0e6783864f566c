using LeNetGen.Execution;
using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

public sealed class ReferenceKernelsTests
{
    private static readonly NetworkDefinition Network = new NetworkBuilder(2, 9, 7)
        .Conv(3, 3, Activation.Tanh, same: true).MaxPool(2)
        .Conv(4, 2, Activation.ReLU).Flatten().Dense(5, Activation.Softmax)
        .Build("Small");

    [Fact]
    public void Forward_OneBlock_LeavesTheLogitsLaneMinor()
    {
        float[] images = RandomValues.Uniform<float>(1, 16 * Network.Input.Shape.Length);
        float[] parameters = RandomValues.Parameters<float>(2, Network);
        var kernels = new ReferenceKernels(Network);
        var interpreter = new Interpreter<float>(Network);
        float[] workspace = Workspace(kernels);
        Pack(images, workspace);

        kernels.Forward(parameters, workspace);

        for (int lane = 0; lane < 16; lane++)
        {
            float[] image = images[(lane * Network.Input.Shape.Length)..][..Network.Input.Shape.Length];
            float[] expected = interpreter.Forward(image, parameters).Logits;
            float[] single = new float[expected.Length];
            kernels.PredictOne(parameters, [], image, single);
            Bits.AssertEqual(expected, single);
            for (int k = 0; k < expected.Length; k++)
                Bits.AssertEqual([expected[k]], [workspace[kernels.OutputOffset + k * 16 + lane]]);
        }
    }

    [Fact]
    public void Backward_TwoBlocksOfAChunk_SumToTheInterpretersGradient()
    {
        const int count = 27;
        int inputLength = Network.Input.Shape.Length;
        float[] images = RandomValues.Uniform<float>(3, count * inputLength);
        int[] labels = RandomValues.Labels(4, count, 5);
        float[] parameters = RandomValues.Parameters<float>(5, Network);
        var kernels = new ReferenceKernels(Network);
        float[] gradient = new float[Network.ParameterCount];
        float[] workspace = Workspace(kernels);

        for (int first = 0; first < count; first += 16)
        {
            int end = Math.Min(first + 16, count);
            Pack(images[(first * inputLength)..(end * inputLength)], workspace);
            kernels.Forward(parameters, workspace);
            Span<float> outputs = workspace.AsSpan(kernels.OutputOffset, 5 * 16);
            Span<float> gradients = workspace.AsSpan(kernels.OutputGradientOffset, 5 * 16);
            gradients.Clear();
            for (int lane = 0; lane < end - first; lane++)
            {
                float[] logits = new float[5], logitGradient = new float[5];
                for (int k = 0; k < 5; k++)
                    logits[k] = outputs[k * 16 + lane];
                SoftmaxReference<float>.LossGradient(logits, labels[first + lane], count, logitGradient);
                for (int k = 0; k < 5; k++)
                    gradients[k * 16 + lane] = logitGradient[k];
            }

            kernels.Backward(parameters, workspace, first / 16, gradient);
        }

        kernels.FinishChunk(workspace, blocks: 2, gradient);
        Bits.AssertEqual(new Interpreter<float>(Network).LossAndGradient(images, labels, parameters).Gradient, gradient);
    }

    // NaN stands wherever the kernels have to write first.
    private static float[] Workspace(NetworkKernels kernels)
    {
        float[] workspace = new float[kernels.WorkspaceLength];
        Array.Fill(workspace, float.NaN);
        return workspace;
    }

    // Images in the first lanes, zeros in the absent ones.
    private static void Pack(ReadOnlySpan<float> images, Span<float> workspace)
    {
        int inputLength = Network.Input.Shape.Length;
        workspace[..(inputLength * 16)].Clear();
        for (int i = 0; i < images.Length; i++)
            workspace[i % inputLength * 16 + i / inputLength] = images[i];
    }
}
