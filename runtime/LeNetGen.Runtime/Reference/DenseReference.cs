using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <summary>A fully connected layer. Its weight is [output][input], followed by a bias for each output.</summary>
internal sealed class DenseReference<T>(DenseDefinition definition) : UnaryReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    private readonly int _inputs = definition.Input.Length;
    private readonly int _outputs = definition.Output.Length;

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z)
    {
        ReadOnlySpan<T> bias = parameters[(_outputs * _inputs)..];
        for (int output = 0; output < _outputs; output++)
        {
            ReadOnlySpan<T> weight = parameters.Slice(output * _inputs, _inputs);
            T sum = bias[output];
            for (int input = 0; input < weight.Length; input++)
                sum = T.FusedMultiplyAdd(x[input], weight[input], sum);
            z[output] = sum;
        }
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx)
    {
        // Every input's sum runs over the outputs ascending; with the outputs outside, the weights are read in the order of memory.
        dx.Clear();
        for (int output = 0; output < _outputs; output++)
        {
            ReadOnlySpan<T> weight = parameters.Slice(output * _inputs, _inputs);
            for (int input = 0; input < weight.Length; input++)
                dx[input] = T.FusedMultiplyAdd(dz[output], weight[input], dx[input]);
        }
    }

    /// <inheritdoc/>
    public override void AddParameterGradient(T[][] x, T[][] dz, Span<T> sums)
    {
        Span<T> biasSums = sums[(_outputs * _inputs)..];
        T[] lanes = new T[NetworkKernels.BlockSize];
        for (int output = 0; output < _outputs; output++)
        {
            // Section 6, step 3: image by image on the chunk's sum itself.
            Span<T> weightSums = sums.Slice(output * _inputs, _inputs);
            for (int lane = 0; lane < lanes.Length; lane++)
                AddImage(x[lane], dz[lane][output], weightSums);

            // Step 4: the bias's lanes by the tree; a dense layer has one pixel.
            for (int lane = 0; lane < lanes.Length; lane++)
                lanes[lane] = dz[lane][output];
            biasSums[output] += LaneTree.Sum<T>(lanes);
        }
    }

    private static void AddImage(ReadOnlySpan<T> x, T dz, Span<T> weightSums)
    {
        for (int input = 0; input < weightSums.Length; input++)
            weightSums[input] = T.FusedMultiplyAdd(dz, x[input], weightSums[input]);
    }
}
