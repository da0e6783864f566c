using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>Works out every shape of a declaration, or says what is wrong with it. Generator and analyzer both ask here.</summary>
internal static class ShapeInference
{
    public static InferredNetwork Infer(NetworkDeclaration declaration, CancellationToken cancellation)
    {
        // What the compiler cannot read it reports itself.
        if (!declaration.IsReadable)
            return new InferredNetwork(declaration, null, declaration.Problems);

        var problems = new List<Problem>(declaration.Problems);
        if (declaration.Layers.Count == 0)
            problems.Add(Problem.Of(DeclarationDescriptors.NoLayers, Anchor.OfNetwork(), declaration.Type.Name));
        Problem[] ofInput = InputChecks.OfShape(declaration).ToArray();
        problems.AddRange(ofInput);
        problems.AddRange(InputChecks.OfPixels(declaration));
        problems.AddRange(InitializerChecks.OfNetwork(declaration));
        problems.AddRange(NameChecks.Of(declaration));

        // Layers on several declarations have no order, so nothing can be said of what each one reads.
        bool isSpread = declaration.Problems.Any(problem => problem.Id == DeclarationDescriptors.SpreadAttributes.Id);
        ShapedLayer[] layers = InferLayers(declaration, ofInput.Length == 0 && !isSpread, problems, cancellation);
        return problems.Count == 0
            ? new InferredNetwork(declaration, new ShapedNetwork(declaration.Type, declaration.Input, layers.ToEquatableArray()), [])
            : new InferredNetwork(declaration, null, problems.ToEquatableArray());
    }

    /// <summary>
    /// Shapes top to bottom, as far as they can be known: below a layer that does not fit, only mistakes that do not depend on
    /// shapes are reported, so that one mistake gives one diagnostic.
    /// </summary>
    private static ShapedLayer[] InferLayers(
        NetworkDeclaration declaration, bool isInputKnown, List<Problem> problems, CancellationToken cancellation)
    {
        InputDeclaration input = declaration.Input;
        var shape = new TensorShape(input.Channels, input.Height, input.Width);
        long activations = isInputKnown ? shape.Length : 0;
        var shaped = new List<ShapedLayer>();
        for (int i = 0; i < declaration.Layers.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            LayerDeclaration layer = declaration.Layers[i];
            Problem[] ofSizes = ValueChecks.OfSizes(layer, i).ToArray();
            problems.AddRange(ofSizes);
            if (ValueChecks.OfActivation(layer, i, i + 1 < declaration.Layers.Count ? declaration.Layers[i + 1] : null) is { } ofActivation)
                problems.Add(ofActivation);
            if (ValueChecks.OfNegativeSlope(layer, i) is { } ofSlope)
                problems.Add(ofSlope);
            if (ValueChecks.OfRate(layer, i) is { } ofRate)
                problems.Add(ofRate);
            problems.AddRange(InitializerChecks.OfLayer(layer, i, declaration));

            isInputKnown &= ofSizes.Length == 0;
            if (!isInputKnown)
                continue;
            var scope = new LayerScope(i, layer.Name, shaped.LastOrDefault(), shape, activations);
            if (InferLayer(layer, scope) is { } next)
            {
                shaped.Add(Initialized(next with { Inputs = new[] { i - 1 }.ToEquatableArray() }, layer, declaration));
                shape = next.Output;
                activations += shape.Length;
            }
            else
            {
                problems.Add(scope.Problem!);
                isInputKnown = false;
            }
        }

        return shaped.ToArray();
    }

    private static ShapedLayer Initialized(ShapedLayer shaped, LayerDeclaration layer, NetworkDeclaration network) =>
        shaped is WeightedLayer weighted
            ? weighted with
            {
                Kernel = TensorInitializer.Of(layer.Kernel, network.Kernel, TensorInitializer.DefaultKernel),
                Bias = TensorInitializer.Of(layer.Bias, network.Bias, TensorInitializer.DefaultBias),
            }
            : shaped;

    private static ShapedLayer? InferLayer(LayerDeclaration layer, LayerScope scope) => layer switch
    {
        ConvolutionDeclaration convolution => ConvolutionShape.Infer(convolution, scope),
        PoolingDeclaration pooling => PoolingShape.Infer(pooling, scope),
        FlattenDeclaration flatten => FlattenShape.Infer(flatten, scope),
        DenseDeclaration dense => DenseShape.Infer(dense, scope),
        DropoutDeclaration dropout => DropoutShape.Infer(dropout, scope),
        _ => throw new ArgumentException($"A {layer.GetType().Name} has no shape.", nameof(layer)),
    };
}
