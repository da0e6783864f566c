using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Plans the forward passes over a block of 16 images; <see cref="BackwardPlanner"/> plans the way back.</summary>
/// <remarks>
/// The images of a vector are a slice, and the values of a slice lie together: with vectors narrower than a block, values of the whole
/// block side by side would fill the caches with lines of which a vector reads a part. Outputs, and their gradient, the runtime has side
/// by side all the same.
/// </remarks>
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

    /// <summary>Of convolutions and poolings that go by turns, their strips.</summary>
    private readonly Dictionary<int, RowStrips> _strips = [];

    private BlockPlanner(ShapedNetwork network, ValueGraph graph, int lanes, WorkspaceLayout workspace)
    {
        (_network, _graph, _lanes) = (network, graph, lanes);
        _places = new BlockPlaces(network, graph, workspace, lanes);
        foreach (int value in graph.Values)
            PlanForward(value, workspace);
        int last = graph.ValueOf(network.Layers.Count - 1);
        (Output, Operand trainingOutput) = (_places.Prediction(last), _places.Training(last));
        if (lanes < NetworkPlan.BlockLanes)
        {
            Operand outputs = AddBlock("outputs", network.Output);
            Forward.Add(LayoutStep.FromSlice(null, network.Output.Length, lanes, Output, outputs));
            _training.Add(LayoutStep.FromSlice(null, network.Output.Length, lanes, trainingOutput, outputs));
            Output = trainingOutput = outputs;
        }

        if (!_training.SequenceEqual(Forward))
            Training = new(_training.ToEquatableArray(), trainingOutput);
        OutputGradient = AddBlock("outputGradient", network.Output);
        Backward = new BackwardPlanner(network, graph, _places, _masks, workspace, OutputGradient, lanes).Steps;
        WorkspaceLength = workspace.Length;

        Operand AddBlock(string name, TensorShape shape) => workspace.Add(
            name, shape.Length * NetworkPlan.BlockLanes, WorkspaceLayout.Dimensions(shape, NetworkPlan.BlockLanes));
    }

    public List<KernelStep> Forward { get; } = [];

    public List<KernelStep> Backward { get; }

    public int WorkspaceLength { get; }

    /// <summary>Floats from the images of a slice to those of the next; 0 where there is one slice.</summary>
    public int SliceLength => _places.Input.SliceStride;

    /// <summary>Where a prediction leaves the outputs.</summary>
    public Operand Output { get; }

    public TrainingPass? Training { get; }

    public Operand OutputGradient { get; }

    /// <summary>Plans twice: what is needed when is known at the end, and then places can be given that others have left.</summary>
    public static BlockPlanner Plan(ShapedNetwork declared, int lanes)
    {
        ShapedNetwork network = KernelNetwork.Of(declared).Network;
        var graph = new ValueGraph(network);
        var layout = new WorkspaceLayout(Memory.Workspace, lanes);
        BlockPlanner draft = new(network, graph, lanes, layout);
        var packing = new WorkspacePacking(
            layout,
            [[draft._places.Input], .. PlacesOf(draft.Forward), [draft.Output]],
            [
                [draft._places.Input],
                .. PlacesOf(draft._training),
                [draft.Training?.Output ?? draft.Output, draft.OutputGradient],
                .. PlacesOf(draft.Backward),
            ]);
        return new BlockPlanner(network, graph, lanes, new WorkspaceLayout(Memory.Workspace, lanes, packing));
    }

    private static IEnumerable<IEnumerable<Operand>> PlacesOf(IEnumerable<KernelStep> steps) =>
        RowStrips.Turns(steps).Select(turns => turns.SelectMany(step => step.Parameters).Select(parameter => parameter.Place));

    private void PlanForward(int value, WorkspaceLayout workspace)
    {
        ShapedLayer layer = _network.Layers[value];
        int[] inputs = _graph.InputsOf(value);
        if (layer is ShapedDropout dropout)
        {
            Operand mask = workspace.AddValue(layer.Name + "_mask", layer.Output);
            _masks.Add(value, mask);
            _training.Add(new DropoutStep(dropout, _lanes, _places.Training(inputs[0]), mask, _places.Training(value)));
            return;
        }

        Operand[] training = [.. inputs.Select(_places.Training)], prediction = [.. inputs.Select(_places.Prediction)];
        KernelStep[] steps = ForwardOf(value, training, _places.Training(value));
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
        if (PoolingFusion.Fused(plain, layer, pooling, BufferStrides.OfSlice(pooling.Output, _lanes)) is not { } fused)
            return false;
        _fused.Add(behind, Correlation(layer, fused, sources[0], _places.Prediction(behind)) with { Pooling = pooling });
        return true;
    }

    private KernelStep[] ForwardOf(int value, Operand[] sources, Operand target)
    {
        KernelStep[] steps = [.. AtOnce(value, sources, target)];
        if (steps.FirstOrDefault() is CorrelationStep { Kernel: var kernel } && RowStrips.Of(value, kernel, _network, _graph) is { } cut)
            _strips[value] = _strips[_graph.ReadersOf(value)[0].Layer] = cut;
        return _strips.TryGetValue(value, out RowStrips strips) ? [.. steps.Select(step => step with { Strips = strips })] : steps;
    }

    private IEnumerable<KernelStep> AtOnce(int value, Operand[] sources, Operand target) => _network.Layers[value] switch
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
        yield return Correlation(layer, BlockCorrelations.Forward(layer, _lanes, SliceLength), source, target);
        if (layer.Activation.IsSeparate)
        {
            int length = layer.Output.Length * _lanes;
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
            BufferStrides.OfSlice(layer.Input, _lanes),
            BufferStrides.OfSlice(layer.Output, _lanes));
        return new PoolingStep(layer, plan, source, target);
    }

    private ElementwiseStep Elementwise(int value, char? @operator, Operand[] sources, Operand target)
    {
        ShapedLayer layer = _network.Layers[value];
        return new ElementwiseStep(
            layer, layer.Name + "_Forward", @operator, _graph.ActivationOf(value), _lanes, _places.LengthOfValue(value),
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
