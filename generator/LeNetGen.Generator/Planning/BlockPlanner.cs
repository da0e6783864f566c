using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Plans both passes over a block of 16 images. Every layer's output has a place of its own; on the way back the gradient of a layer's
/// output is written over that output, whose last use is the derivative of its own activation. So a pass back needs memory of its own
/// only for the gradient of the network's output, for sums over lanes, and for a dense layer's inputs image by image.
/// </summary>
/// <remarks>
/// Dropout exists in training only, where its output has a place like any other layer's, and its mask another. In a prediction the layers
/// around it join hands over it: the kernels are the same, only the places that they are given differ.
/// </remarks>
internal sealed class BlockPlanner
{
    private readonly ShapedNetwork _network;
    private readonly int _lanes;
    private readonly WorkspaceLayout _workspace = new(Memory.Workspace);

    /// <summary>
    /// What each layer reads in training, and at the end what the last one writes; Flatten writes nothing, it only sees its input
    /// otherwise.
    /// </summary>
    private readonly List<Operand> _places = [];

    /// <summary>The activation that made what stands in each place.</summary>
    private readonly List<ActivationFunction> _activations = [];

    private readonly Dictionary<ShapedLayer, Operand> _masks = [];
    private readonly List<KernelStep> _training = [];

    public BlockPlanner(ShapedNetwork network, int lanes)
    {
        (_network, _lanes) = (network, lanes);
        PlanForward();
        OutputGradient = _workspace.Add("outputGradient", BlockLength(network.Output), Shape(network.Output));
        PlanBackward();
    }

    public List<KernelStep> Forward { get; } = [];

    public List<KernelStep> Backward { get; } = [];

    public int WorkspaceLength => _workspace.Length;

    /// <summary>Where a prediction leaves the outputs.</summary>
    public Operand Output { get; private set; } = null!;

    public TrainingPass? Training => _masks.Count == 0 ? null : new(_training.ToEquatableArray(), TrainingOutput);

    public Operand OutputGradient { get; }

    private Operand TrainingOutput => _places[_places.Count - 1];

    private static int BlockLength(TensorShape shape) => shape.Length * NetworkPlan.BlockLanes;

    private static string Shape(TensorShape shape) => shape.IsVector
        ? WorkspaceLayout.Dimensions(shape.Length, NetworkPlan.BlockLanes)
        : WorkspaceLayout.Dimensions(shape.Channels, shape.Height, shape.Width, NetworkPlan.BlockLanes);

    private static Operand Weight(WeightedLayer layer, Memory memory) =>
        new($"{layer.Name}_weight", memory, layer.WeightOffset, WeightShape(layer));

    private static Operand Bias(WeightedLayer layer, Memory memory) =>
        new($"{layer.Name}_bias", memory, layer.BiasOffset, WorkspaceLayout.Dimensions(layer.Output.Channels));

    private static string WeightShape(WeightedLayer layer) => layer is ShapedConvolution convolution
        ? WorkspaceLayout.Dimensions(layer.Output.Channels, layer.Input.Channels, convolution.KernelHeight, convolution.KernelWidth)
        : WorkspaceLayout.Dimensions(layer.Output.Length, layer.Input.Length);

    private void PlanForward()
    {
        Place(_workspace.Add("input", BlockLength(_network.Layers[0].Input), Shape(_network.Layers[0].Input)), ActivationFunction.None);
        Output = TrainingOutput;
        for (int index = 0; index < _network.Layers.Count; index++)
        {
            ShapedLayer layer = _network.Layers[index];
            Operand source = TrainingOutput;
            if (layer is ShapedFlatten)
            {
                Place(source, _activations[_activations.Count - 1]);
                continue;
            }

            if (layer is ShapedDropout dropout)
            {
                PlanDropout(dropout, index, source);
                continue;
            }

            Operand target = PlaceOutput(layer);
            KernelStep[] steps = [.. ForwardOf(layer, Output, target)];
            Forward.AddRange(steps);
            _training.AddRange(source == Output ? steps : ForwardOf(layer, source, target));
            Output = target;
        }
    }

    private void PlanDropout(ShapedDropout layer, int index, Operand source)
    {
        Operand mask = _workspace.Add(layer.Name + "_mask", BlockLength(layer.Output), Shape(layer.Output));
        _masks.Add(layer, mask);
        _training.Add(new DropoutStep(layer, index, source, mask, PlaceOutput(layer)));
    }

    private Operand PlaceOutput(ShapedLayer layer)
    {
        Operand output = _workspace.Add(layer.Name, BlockLength(layer.Output), Shape(layer.Output));
        Place(output, layer.Activation);
        return output;
    }

    private void Place(Operand operand, ActivationFunction activation)
    {
        _places.Add(operand);
        _activations.Add(activation);
    }

    private IEnumerable<KernelStep> ForwardOf(ShapedLayer layer, Operand source, Operand target)
    {
        if (layer is ShapedPooling pooling)
        {
            var plan = new PoolingPlan(
                layer.Name + "_Forward",
                pooling,
                LaneMeaning.Images,
                _lanes,
                layer.Input.Channels,
                BufferStrides.OfBlock(layer.Input),
                BufferStrides.OfBlock(layer.Output));
            yield return new PoolingStep(layer, plan, source, target);
            yield break;
        }

        var weighted = (WeightedLayer)layer;
        CorrelationPlan kernel = BlockCorrelations.Forward(weighted, _lanes);
        yield return new CorrelationStep(
            layer, kernel, source, Weight(weighted, Memory.Parameters), Bias(weighted, Memory.Parameters), target);
        if (layer.Activation.IsSeparate)
            yield return new ActivationStep(layer, layer.Name + "_Activate", layer.Activation, _lanes, BlockLength(layer.Output), target);
    }

    private void PlanBackward()
    {
        int first = FirstWeighted();
        if (first < 0)
            return;
        int last = _network.Layers.Count - 1;
        ActivationFunction outputActivation = _activations[last + 1];
        if (outputActivation.HasDerivative)
        {
            int length = BlockLength(_network.Output);
            Backward.Add(new OutputDerivativeStep(
                _network.Layers[last], "Output_Derivative", outputActivation, _lanes, length, TrainingOutput, OutputGradient));
        }

        Operand gradient = OutputGradient;
        for (int index = last; index >= first; index--)
        {
            ShapedLayer layer = _network.Layers[index];
            Operand source = _places[index];
            if (layer is ShapedFlatten)
            {
                // Only a Flatten at the very end has a gradient that does not yet lie over its output.
                continue;
            }

            if (layer is WeightedLayer weighted)
                Backward.AddRange(ParameterGradients(weighted, source, gradient));
            if (index == first)
                return;
            Backward.AddRange(InputGradient(layer, _activations[index], gradient, source));
            gradient = source;
        }
    }

    private int FirstWeighted()
    {
        for (int index = 0; index < _network.Layers.Count; index++)
        {
            if (_network.Layers[index] is WeightedLayer)
                return index;
        }

        return -1;
    }

    private IEnumerable<KernelStep> ParameterGradients(WeightedLayer layer, Operand source, Operand gradient)
    {
        var bias = new BiasGradientPlan(layer.Name + "_BiasGradient", layer.Output.Channels, layer.Output.Area, _lanes);
        if (layer is ShapedConvolution convolution)
        {
            WeightGradientPlan plan = WeightGradientPlan.Of(convolution, _lanes);
            int scratchLength = Math.Max(plan.ScratchLength, bias.ScratchLength);
            Operand scratch = _workspace.Add(layer.Name + "_scratch", scratchLength, WorkspaceLayout.Dimensions(scratchLength));
            yield return new ConvolutionGradientStep(layer, plan, source, gradient, scratch, Weight(layer, Memory.Gradient));
            yield return new BiasGradientStep(layer, bias, gradient, bias.Pixels == 1 ? null : scratch, Bias(layer, Memory.Gradient));
        }
        else
        {
            DenseGradientPlan plan = DenseGradientPlan.Of((ShapedDense)layer, _lanes);
            string shape = WorkspaceLayout.Dimensions(NetworkPlan.BlockLanes, layer.Input.Length);
            Operand imageMajor = _workspace.Add(layer.Name + "_imageMajor", plan.ImageMajorLength, shape);
            yield return LayoutStep.ToImageMajor(layer, layer.Input.Length, source, imageMajor);
            yield return new DenseGradientStep(layer, plan, imageMajor, gradient, Weight(layer, Memory.Gradient));
            yield return new BiasGradientStep(layer, bias, gradient, null, Bias(layer, Memory.Gradient));
        }
    }

    private IEnumerable<KernelStep> InputGradient(ShapedLayer layer, ActivationFunction derivative, Operand gradient, Operand target)
    {
        if (layer is ShapedPooling pooling)
            return InputGradient(pooling, derivative, gradient, target);
        if (layer is ShapedDropout dropout)
            return [new DropoutGradientStep(dropout, derivative, _lanes, BlockLength(layer.Output), gradient, _masks[layer], target)];

        var weighted = (WeightedLayer)layer;
        CorrelationPlan kernel = BlockCorrelations.InputGradient(weighted, _lanes, derivative);
        return [new CorrelationStep(layer, kernel, gradient, Weight(weighted, Memory.Parameters), null, target)];
    }

    private IEnumerable<KernelStep> InputGradient(ShapedPooling layer, ActivationFunction derivative, Operand gradient, Operand target)
    {
        string name = layer.Name + "_InputGradient";
        if (PoolingGradientPlan.Serves(layer))
        {
            yield return new PoolingGradientStep(layer, new PoolingGradientPlan(name, layer, _lanes, derivative), gradient, target);
            yield break;
        }

        Operand? choice = null;
        if (layer.Kind == PoolingKind.Max)
        {
            choice = _workspace.Add(layer.Name + "_choice", BlockLength(layer.Output), Shape(layer.Output));
            yield return new PoolingChoiceStep(layer, new PoolingChoicePlan(layer.Name + "_Choose", layer, _lanes), target, choice);
        }

        yield return new PoolingGatherStep(layer, new PoolingGatherPlan(name, layer, _lanes, derivative), gradient, choice, target);
    }
}
