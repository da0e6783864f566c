using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Weights;

namespace LeNetGen.Generator.Shapes;

/// <summary>Works out every shape of a declaration, or says what is wrong with it. Generator and analyzer both ask here.</summary>
internal static class ShapeInference
{
    public static InferredNetwork Infer(NetworkDeclaration declaration, NetworkMode mode, CancellationToken cancellation)
    {
        Problem[] ofClass = [.. declaration.Problems, .. MemberChecks.Of(declaration, mode)];

        // What the compiler cannot read it reports itself.
        if (!declaration.IsReadable)
            return new InferredNetwork(declaration, null, ofClass.ToEquatableArray());

        var problems = new List<Problem>(ofClass);
        if (declaration is { Layers.Count: 0, Graph: null })
            problems.Add(Problem.Of(DeclarationDescriptors.NoLayers, Anchor.OfNetwork(), declaration.Type.Name));
        Problem[] ofInput = InputChecks.OfShape(declaration).ToArray();
        problems.AddRange(ofInput);
        problems.AddRange(InputChecks.OfPixels(declaration));
        problems.AddRange(InitializerChecks.OfNetwork(declaration));
        problems.AddRange(NameChecks.Of(declaration, mode));

        ShapedLayer[] layers = InferLayers(declaration, ofInput.Length == 0 && declaration.IsConnected, problems, cancellation);
        if (problems.Any(problem => problem.IsError))
            return new InferredNetwork(declaration, null, problems.ToEquatableArray());
        var shaped = new ShapedNetwork(declaration.Type, declaration.Input, layers.ToEquatableArray()) { Graph = declaration.Graph };
        return new InferredNetwork(declaration, shaped, problems.ToEquatableArray());
    }

    /// <summary>
    /// Shapes top to bottom, as far as they can be known: below a layer that does not fit, only mistakes that do not depend on
    /// shapes are reported, so that one mistake gives one diagnostic.
    /// </summary>
    /// <returns>The layers of the network, without the calls that are left out of it.</returns>
    private static ShapedLayer[] InferLayers(
        NetworkDeclaration declaration, bool isInputKnown, List<Problem> problems, CancellationToken cancellation)
    {
        var above = new LayersAbove(declaration, isInputKnown);
        LayerDeclaration[] layers = [.. declaration.Layers, .. declaration.LeftOut];
        for (int i = 0; i < layers.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            LayerDeclaration layer = layers[i];

            // What is wrong with a method's attribute is the first call's problem.
            bool areSizesSound = !ValueChecks.OfSizes(layer, i).Any();
            if (layer.FirstCall is null)
                problems.AddRange(ValueChecks.Of(layer, i, declaration));
            ShapedLayer? shaped = areSizesSound && above.AreKnown(layer) ? InferLayer(layer, i, declaration, above, problems) : null;
            if (i < declaration.Layers.Count)
                above.Add(shaped);
            else
                above.AddLeftOut(shaped);
        }

        return above.Layers.Take(declaration.Layers.Count).ToArray();
    }

    private static ShapedLayer? InferLayer(
        LayerDeclaration layer, int index, NetworkDeclaration declaration, LayersAbove above, List<Problem> problems)
    {
        var scope = new LayerScope(layer, index, above, declaration.Graph is not null);
        if (InferLayer(layer, scope, isLast: index >= declaration.Layers.Count - 1) is not { } shaped)
        {
            problems.Add(scope.Problem!);
            return null;
        }

        shaped = shaped with { Inputs = layer.Inputs, Method = layer.Method, SharesWith = scope.Owner?.Name };
        return shaped is ShapedDropout dropout ? dropout with { Index = index } : Initialized(shaped, layer, declaration);
    }

    private static ShapedLayer Initialized(ShapedLayer shaped, LayerDeclaration layer, NetworkDeclaration network) =>
        shaped is WeightedLayer weighted
            ? weighted with
            {
                Kernel = TensorInitializer.Of(layer.Kernel, network.Kernel, TensorInitializer.DefaultKernel),
                Bias = TensorInitializer.Of(layer.Bias, network.Bias, TensorInitializer.DefaultBias),
                Unroll = layer.Unroll,
            }
            : shaped;

    private static ShapedLayer? InferLayer(LayerDeclaration layer, LayerScope scope, bool isLast) => layer switch
    {
        ConvolutionDeclaration convolution => ConvolutionShape.Infer(convolution, scope),
        PoolingDeclaration pooling => PoolingShape.Infer(pooling, scope),
        FlattenDeclaration flatten => FlattenShape.Infer(flatten, scope),
        DenseDeclaration dense => DenseShape.Infer(dense, scope),
        DropoutDeclaration dropout => DropoutShape.Infer(dropout, scope),
        ActivationDeclaration activation => ActivationShape.Infer(activation, scope, isLast),
        ElementwiseDeclaration elementwise => ElementwiseShape.Infer(elementwise, scope),
        SubsamplingDeclaration subsampling => SubsamplingShape.Infer(subsampling, scope),
        RbfDeclaration rbf => RbfShape.Infer(rbf, scope),
        ConcatenateDeclaration concatenate => ConcatenateShape.Infer(concatenate, scope),
        _ => throw new ArgumentException($"A {layer.GetType().Name} has no shape.", nameof(layer)),
    };
}
