using System.Collections.Immutable;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <content>The diagonal curvature of docs/arithmetic.md, section 11.</content>
public sealed partial class Interpreter<T>
{
    /// <summary>
    /// The curvature of the mean loss of images along each parameter: the diagonal of the Gauss-Newton approximation, terms off the
    /// diagonal dropped at every layer.
    /// </summary>
    /// <param name="images">[images][input] the images.</param>
    /// <param name="labels">[images] their classes.</param>
    /// <param name="targets">[images][output] their targets; empty if the loss uses none.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="dropout">What decides which elements are dropped; null to drop none.</param>
    /// <returns>[parameters] the curvature.</returns>
    /// <exception cref="ArgumentException">There is no image, a length is another, or a label is no class.</exception>
    public double[] Curvature(
        ReadOnlySpan<T> images,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<T> parameters,
        ReferenceLoss<T> loss,
        DropoutKey? dropout = null)
    {
        int inputLength = Definition.Input.Shape.Length;
        int targetLength = RequireBatch(images, labels, targets, parameters, loss);
        const int chunkSize = NetworkKernels.ChunkBlocks * NetworkKernels.BlockSize;
        double[] curvature = new double[Definition.ParameterCount];
        for (int start = 0; start < labels.Length; start += chunkSize)
        {
            int count = Math.Min(chunkSize, labels.Length - start);
            var sums = new T[curvature.Length];
            AddChunkCurvature(
                images.Slice(start * inputLength, count * inputLength), labels.Slice(start, count),
                targets.Slice(start * targetLength, count * targetLength), parameters, loss, At(dropout, start), sums);
            for (int i = 0; i < curvature.Length; i++)
                curvature[i] += double.CreateChecked(sums[i]);
        }

        foreach (ref double element in curvature.AsSpan())
            element /= labels.Length;
        return curvature;
    }

    /// <summary>The curvatures of the losses of one chunk's images, added up.</summary>
    /// <param name="images">[images][input] the images, no more than a chunk's.</param>
    /// <param name="labels">[images] their classes.</param>
    /// <param name="targets">[images][output] their targets; empty if the loss uses none.</param>
    /// <param name="parameters">[parameters] the network's parameters.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="dropout">What decides which elements are dropped; its first image is the first of these.</param>
    /// <param name="sums">[parameters] zeros; receives the sums.</param>
    internal void AddChunkCurvature(
        ReadOnlySpan<T> images,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<T> parameters,
        ReferenceLoss<T> loss,
        DropoutKey? dropout,
        Span<T> sums)
    {
        int inputLength = Definition.Input.Shape.Length, outputs = Definition.Output.Length;
        for (int first = 0; first < labels.Length; first += NetworkKernels.BlockSize)
        {
            int count = Math.Min(NetworkKernels.BlockSize, labels.Length - first);
            ForwardPass<T>[] passes = ForwardBlock(
                images.Slice(first * inputLength, count * inputLength), parameters, At(dropout, first));
            T[][] gradients = Lanes(outputs), curvatures = Lanes(outputs);
            for (int lane = 0; lane < count; lane++)
            {
                T[] logits = passes[lane].Logits;
                ReadOnlySpan<T> target = loss.UsesTargets ? targets.Slice((first + lane) * outputs, outputs) : [];
                loss.Gradient(logits, Definition.EndsInSoftmax, labels[first + lane], target, batchSize: 1, gradients[lane]);
                loss.Curvature(logits, Definition.EndsInSoftmax, curvatures[lane]);
            }

            AddBlockCurvature(passes, gradients, curvatures, parameters, sums);
        }
    }

    private void AddBlockCurvature(
        ForwardPass<T>[] passes, T[][] logitGradients, T[][] logitCurvatures, ReadOnlySpan<T> parameters, Span<T> chunkSums)
    {
        // Those of the layers' outputs, as far as their readers have been seen.
        T[]?[]?[] dy = new T[]?[]?[_layers.Length], hy = new T[]?[]?[_layers.Length];
        (dy[^1], hy[^1]) = (logitGradients, logitCurvatures);
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            if (!_hasGradient[i])
                continue;
            LayerReference<T> layer = _layers[i];
            T[][] hz = [.. passes.Select((pass, lane) => CurvatureBeforeActivation(layer.Definition, pass.Outputs[i], hy[i]![lane]!))];
            T[][]? dz = _curvatureNeedsGradient[i]
                ? [.. passes.Select((pass, lane) => BeforeActivation(layer.Definition, pass.Outputs[i], dy[i]![lane]!))]
                : null;
            ImmutableArray<int> inputs = Definition.InputsOf(i);
            for (int input = 0; input < inputs.Length; input++)
            {
                if (!HasGradient(inputs[input]))
                    continue;
                T[]?[] sums = hy[inputs[input]] ??= new T[]?[passes.Length];
                for (int lane = 0; lane < passes.Length; lane++)
                    sums[lane] = Sum(sums[lane], CurvatureShare(i, input, passes[lane], dz?[lane] ?? [], hz[lane], parameters));
                if (!CurvatureNeedsGradient(inputs[input]))
                    continue;
                T[]?[] gradients = dy[inputs[input]] ??= new T[]?[passes.Length];
                for (int lane = 0; lane < passes.Length; lane++)
                    gradients[lane] = Sum(gradients[lane], Share(i, input, passes[lane], dz![lane], parameters));
            }

            if (layer.ParameterCount > 0)
            {
                T[][] x = [.. passes.Select(pass => pass.InputsOf(i)[0])];
                layer.AddParameterCurvature(x, hz, chunkSums.Slice(layer.Definition.ParameterOffset, layer.ParameterCount));
            }
        }
    }

    // The square of the activation's derivative, which is what the gradient's rule makes of 1.
    private static T[] CurvatureBeforeActivation(LayerDefinition layer, T[] y, T[] hy)
    {
        var ones = new T[hy.Length];
        Array.Fill(ones, T.One);
        T[] hz = BeforeActivation(layer, y, ones);
        for (int i = 0; i < hz.Length; i++)
            hz[i] = hz[i] * hz[i] * hy[i];
        return hz;
    }

    private T[] CurvatureShare(int layer, int input, ForwardPass<T> pass, T[] dz, T[] hz, ReadOnlySpan<T> parameters)
    {
        T[][] inputs = pass.InputsOf(layer);
        var share = new T[inputs[input].Length];
        _layers[layer].InputCurvature(ParametersOf(layer, parameters, pass), inputs, input, dz, hz, share);
        return share;
    }

    private bool CurvatureNeedsGradient(int layer) => layer != NetworkDefinition.InputIndex && _curvatureNeedsGradient[layer];

    private static T[][] Lanes(int length)
    {
        var lanes = new T[NetworkKernels.BlockSize][];
        for (int lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = new T[length];
        return lanes;
    }
}
