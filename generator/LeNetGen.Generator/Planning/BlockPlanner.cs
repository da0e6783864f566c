using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Plans the forward passes over a block of 16 images; <see cref="BackwardPlanner"/> plans the way back.</summary>
internal sealed class BlockPlanner
{
    private readonly ShapedNetwork _network;
    private readonly ValueGraph _graph;
    private readonly int _lanes;
    private readonly BlockPlaces _places;
    private readonly Dictionary<int, Operand> _masks = [];
    private readonly List<KernelStep> _training = [];

    /// <summary>The poolings that a prediction does together with the convolutions before them.</summary>
    private readonly Dictionary<int, CorrelationStep> _fused = [];

    private BlockPlanner(ShapedNetwork network, ValueGraph graph, int lanes, WorkspaceLayout workspace)
    {
        (_network, _graph, _lanes) = (network, graph, lanes);
        _places = new BlockPlaces(network, graph, workspace);
        foreach (int value in graph.Values)
            PlanForward(value, workspace);
        int output = graph.ValueOf(network.Layers.Count - 1);
        Output = _places.Prediction(output);
        if (!_training.SequenceEqual(Forward))
            Training = new(_training.ToEquatableArray(), _places.Training(output));
        OutputGradient = workspace.Add("outputGradient", BlockPlaces.LengthOf(network.Output), BlockPlaces.Dimensions(network.Output));
        Backward = new BackwardPlanner(network, graph, _places, _masks, workspace, OutputGradient, lanes).Steps;
        WorkspaceLength = workspace.Length;
    }

    public List<KernelStep> Forward { get; } = [];

    public List<KernelStep> Backward { get; }

    public int WorkspaceLength { get; }

    /// <summary>Where a prediction leaves the outputs.</summary>
    public Operand Output { get; }

    public TrainingPass? Training { get; }

    public Operand OutputGradient { get; }

    /// <summary>Plans twice: what is needed when is known at the end, and then places can be given that others have left.</summary>
    public static BlockPlanner Plan(ShapedNetwork declared, int lanes)
    {
        ShapedNetwork network = KernelNetwork.Of(declared).Network;
        var graph = new ValueGraph(network);
        var layout = new WorkspaceLayout(Memory.Workspace);
        BlockPlanner draft = new(network, graph, lanes, layout);
        var packing = new WorkspacePacking(layout);
        packing.AddPass([[draft._places.Input], .. PlacesOf(draft.Forward), [draft.Output]]);
        packing.AddPass(
        [
            [draft._places.Input],
            .. PlacesOf(draft._training),
            [draft.Training?.Output ?? draft.Output, draft.OutputGradient],
            .. PlacesOf(draft.Backward),
        ]);
        return new BlockPlanner(network, graph, lanes, new WorkspaceLayout(Memory.Workspace, packing.Offsets()));
    }

    private static IEnumerable<IEnumerable<Operand>> PlacesOf(IEnumerable<KernelStep> steps) =>
        steps.Select(step => step.Parameters.Select(parameter => parameter.Place));

    private void PlanForward(int value, WorkspaceLayout workspace)
    {
        ShapedLayer layer = _network.Layers[value];
        int[] inputs = _graph.InputsOf(value);
        if (layer is ShapedDropout dropout)
        {
            Operand mask = workspace.Add(layer.Name + "_mask", BlockPlaces.LengthOf(layer.Output), BlockPlaces.Dimensions(layer.Output));
            _masks.Add(value, mask);
            _training.Add(new DropoutStep(dropout, _places.Training(inputs[0]), mask, _places.Training(value)));
            return;
        }

        Operand[] training = [.. inputs.Select(_places.Training)], prediction = [.. inputs.Select(_places.Prediction)];
        KernelStep[] steps = [.. ForwardOf(value, training, _places.Training(value))];
        _training.AddRange(steps);
        if (_fused.TryGetValue(value, out CorrelationStep fused))
            Forward.Add(fused);
        else if (!IsLeftToPooling(value, steps, prediction))
            Forward.AddRange(training.SequenceEqual(prediction) ? steps : ForwardOf(value, prediction, _places.Prediction(value)));
    }

    /// <summary>Whether a prediction computes a value together with the pooling behind it, of which the step is kept until then.</summary>
    private bool IsLeftToPooling(int value, KernelStep[] steps, Operand[] sources)
    {
        if (PoolingFusion.PoolingBehind(value, _network, _graph) is not int behind)
            return false;
        var layer = _graph.WithActivation<ShapedConvolution>(value);
        var pooling = (ShapedPooling)_network.Layers[behind];
        CorrelationPlan plain = ((CorrelationStep)steps[0]).Kernel;
        if (PoolingFusion.Fused(plain, layer, pooling, BufferStrides.OfBlock(pooling.Output)) is not { } fused)
            return false;
        _fused.Add(behind, Correlation(layer, fused, sources[0], _places.Prediction(behind)) with { Pooling = pooling });
        return true;
    }

    private IEnumerable<KernelStep> ForwardOf(int value, Operand[] sources, Operand target) => _network.Layers[value] switch
    {
        WeightedLayer => WeightedForward(_graph.WithActivation<WeightedLayer>(value), sources[0], target),
        ShapedPooling pooling => [PoolingForward(pooling, sources[0], target)],
        ShapedRbf rbf => [RbfForward(rbf, sources[0], target)],
        ShapedConcatenate => _places.IsJoined(value) ? [] : Copies(value, sources, target),
        ShapedElementwise { Kind: ElementwiseKind.Add } => [Elementwise(value, '+', sources, target)],
        ShapedElementwise => [Elementwise(value, '*', sources, target)],
        _ => [Elementwise(value, null, sources, target)],
    };

    private IEnumerable<KernelStep> WeightedForward(WeightedLayer layer, Operand source, Operand target)
    {
        yield return Correlation(layer, BlockCorrelations.Forward(layer, _lanes), source, target);
        if (layer.Activation.IsSeparate)
        {
            int length = BlockPlaces.LengthOf(layer.Output);
            yield return new ActivationStep(layer, layer.Name + "_Activate", layer.Activation, _lanes, length, target);
        }
    }

    private static CorrelationStep Correlation(WeightedLayer layer, CorrelationPlan kernel, Operand source, Operand target) => new(
        layer, kernel, source, ParameterPlace.Weight(layer, Memory.Parameters), ParameterPlace.Bias(layer, Memory.Parameters), target);

    private CorrelationStep RbfForward(ShapedRbf layer, Operand source, Operand target)
    {
        CorrelationPlan kernel = RbfCorrelations.Forward(layer, _lanes);
        return new CorrelationStep(layer, kernel, source, RbfCorrelations.Codes(kernel), null, target);
    }

    private PoolingStep PoolingForward(ShapedPooling layer, Operand source, Operand target)
    {
        var plan = new PoolingPlan(
            layer.Name + "_Forward",
            layer,
            LaneMeaning.Images,
            _lanes,
            layer.Input.Channels,
            BufferStrides.OfBlock(layer.Input),
            BufferStrides.OfBlock(layer.Output));
        return new PoolingStep(layer, plan, source, target);
    }

    private ElementwiseStep Elementwise(int value, char? @operator, Operand[] sources, Operand target)
    {
        ShapedLayer layer = _network.Layers[value];
        return new ElementwiseStep(
            layer, layer.Name + "_Forward", @operator, _graph.ActivationOf(value), _lanes, BlockPlaces.LengthOf(layer.Output),
            sources.ToEquatableArray(), target);
    }

    private IEnumerable<KernelStep> Copies(int value, Operand[] sources, Operand target)
    {
        ShapedLayer layer = _network.Layers[value];
        for (int operand = 0; operand < sources.Length; operand++)
        {
            Operand part = _places.Part(target, value, operand, layer.Name + "_" + Emission.Literal.Of(operand));
            int length = _places.LengthOfInput(value, operand);
            yield return new ElementwiseStep(
                layer, layer.Name + "_Copy" + Emission.Literal.Of(operand), null, ActivationFunction.None, _lanes, length,
                new[] { sources[operand] }.ToEquatableArray(), part);
        }
    }
}
