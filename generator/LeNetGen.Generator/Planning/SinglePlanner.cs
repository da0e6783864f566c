using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Plans the pass over one image, for the lowest latency: lanes are channels, or the windows of a pooling behind few of them
/// (<see cref="WindowKernels"/>). Activations lie pixel by pixel, their channels padded to whole vectors, or channel by channel; weights
/// are packed so that those of neighbouring channels are neighbours.
/// </summary>
internal sealed class SinglePlanner
{
    private readonly ShapedNetwork _network;
    private readonly EquatableArray<int> _origins;
    private readonly ValueGraph _graph;
    private readonly int _lanes;
    private readonly WorkspaceLayout _workspace;
    private readonly WorkspaceLayout _packed = new(Memory.Packed);
    private readonly Dictionary<string, (Operand Weight, Operand Bias)> _weights = new(StringComparer.Ordinal);

    /// <summary>What every layer writes; a view of a value may see it otherwise.</summary>
    private readonly Activations[] _written;

    /// <summary>For poolings that are planned together with the convolutions before them, what computes both.</summary>
    private readonly Dictionary<int, KernelStep[]> _together = [];

    private SinglePlanner(ShapedNetwork network, EquatableArray<int> origins, ValueGraph graph, int lanes, WorkspaceLayout workspace)
    {
        _origins = origins;
        (_network, _graph, _lanes, _workspace) = (network, graph, lanes, workspace);
        _written = new Activations[network.Layers.Count];
        for (int layer = 0; layer < _written.Length; layer++)
        {
            int before = Steps.Count;
            _written[layer] = Add(layer);
            if (Steps.Count > before && origins[layer] != KernelNetwork.FirstHalf)
                Outputs.Add(LayerOutput(layer));
        }

        AddOutput(_written[_written.Length - 1], network.Output);
    }

    /// <summary>Plans twice, as <see cref="BlockPlanner.Plan"/> does.</summary>
    public static SinglePlanner Plan(ShapedNetwork declared, int lanes)
    {
        (ShapedNetwork network, EquatableArray<int> origins) = KernelNetwork.Of(declared);
        var graph = new ValueGraph(network);
        var layout = new WorkspaceLayout(Memory.Workspace);
        SinglePlanner draft = new(network, origins, graph, lanes, layout);
        var packing = new WorkspacePacking(layout, draft.Steps.Select(step => step.Parameters.Select(parameter => parameter.Place)));
        return new SinglePlanner(network, origins, graph, lanes, new WorkspaceLayout(Memory.Workspace, packing: packing));
    }

    public List<KernelStep> Pack { get; } = [];

    public List<KernelStep> Steps { get; } = [];

    /// <summary>Where the layers that take steps leave their outputs.</summary>
    public List<LayerOutput> Outputs { get; } = [];

    public int PackedLength => _packed.Length;

    public int WorkspaceLength => _workspace.Length;

    /// <summary>
    /// One image's activations in memory.
    /// </summary>
    /// <param name="Place">Where they lie.</param>
    /// <param name="Strides">Distances between neighbours.</param>
    /// <param name="PaddedChannels">Channels, the padding included.</param>
    /// <param name="Lanes">The vectors that the channels make up; 1 where channels are not neighbours.</param>
    /// <param name="Image">The image that a flattened one still lies like; null for what is not flattened, or lies like a vector.</param>
    private readonly record struct Activations(
        Operand Place, BufferStrides Strides, int PaddedChannels, int Lanes, TensorShape? Image = null)
    {
        /// <summary>Whether the elements lie channel by channel without gaps, as (channel, row, column).</summary>
        public bool IsPlanar(TensorShape shape) =>
            shape.Area == 1 ? Strides.Channel == 1 : Strides.Column == 1 && (shape.Channels == 1 || Strides.Channel == shape.Area);
    }

    /// <summary>The vectors for so many channels: as few as possible, and then as narrow as possible.</summary>
    private static int LanesFor(int channels, int widest)
    {
        int best = widest;
        for (int lanes = widest / 2; lanes >= 4; lanes /= 2)
        {
            if ((channels + lanes - 1) / lanes == (channels + best - 1) / best)
                best = lanes;
        }

        return best;
    }

    /// <summary>
    /// Floats from one weight of a channel to its next: as many as the widest vectors ask for, whatever those of this plan, so that packed
    /// parameters are the same at every width and a program with the parameters inside needs them once.
    /// </summary>
    private static int RowOf(int channels)
    {
        int lanes = LanesFor(channels, NetworkPlan.BlockLanes);
        return (channels + lanes - 1) / lanes * lanes;
    }

    /// <summary>The widest vectors of which so many elements are a whole number.</summary>
    private int LanesDividing(int elements)
    {
        int lanes = _lanes;
        while (elements % lanes != 0)
            lanes /= 2;
        return lanes == 2 ? 1 : lanes;
    }

    private Activations Reserve(string name, TensorShape shape, int lanes)
    {
        BufferStrides strides = StridesOf(shape, lanes);
        int padded = strides.Column;
        Operand place = _workspace.Add(name, shape.Area * padded, WorkspaceLayout.Dimensions(shape.Height, shape.Width, padded));
        return new Activations(place, strides, padded, lanes);
    }

    /// <summary>Pixel by pixel, with the channels padded to whole vectors.</summary>
    private static BufferStrides StridesOf(TensorShape shape, int lanes)
    {
        int padded = (shape.Channels + lanes - 1) / lanes * lanes;
        return new BufferStrides(1, shape.Width * padded, padded);
    }

    private LayerOutput LayerOutput(int layer)
    {
        Activations output = _written[layer];
        TensorShape shape = output.Image ?? _network.Layers[layer].Output;
        return new LayerOutput(_origins[layer], Steps.Count, output.Place, shape, output.Strides.Channel, Math.Max(output.Strides.Column, 1));
    }

    private Activations Read(int layer)
    {
        if (layer != ShapedNetwork.InputIndex)
            return _written[layer];
        TensorShape input = _network.InputShape;
        return new Activations(
            new Operand("image", Memory.Image, 0, WorkspaceLayout.Dimensions(input.Channels, input.Height, input.Width)),
            new BufferStrides(input.Area, input.Width, 1),
            input.Channels,
            Lanes: 1);
    }

    private Activations Add(int index)
    {
        ShapedLayer layer = _network.Layers[index];
        Activations[] inputs = [.. layer.Inputs.Select(Read)];
        bool isView = _graph.ValueOf(index) != index;
        return layer switch
        {
            WeightedLayer => AddWeighted(index, inputs[0]),
            ShapedPooling pooling => AddPooling(index, pooling, inputs[0]),
            ShapedRbf rbf => AddRbf(rbf, inputs[0]),
            ShapedFlatten => Flattened(layer, inputs[0]),
            ShapedConcatenate => AddConcatenation(layer, inputs),
            ShapedElementwise elementwise => AddElementwise(index, elementwise.Kind == ElementwiseKind.Add ? '+' : '*', inputs),
            ShapedActivation when !isView => AddElementwise(index, null, inputs),
            _ => inputs[0],
        };
    }

    private Activations AddWeighted(int index, Activations source)
    {
        WeightedLayer layer = _graph.WithActivation<WeightedLayer>(index);
        int lanes = LanesFor(layer.Output.Channels, _lanes);
        int row = RowOf(layer.Output.Channels);
        (Operand weight, Operand bias) = Packed(layer, row);
        CorrelationPlan kernel = KernelOf(layer, source, lanes, row);
        if (layer is ShapedConvolution { Connections: null } convolution
            && PoolingFusion.PoolingOf(index, _network, _graph) is int behind)
        {
            var pooling = (ShapedPooling)_network.Layers[behind];
            BufferStrides strides = StridesOf(pooling.Output, lanes) with { Channel = lanes };
            CorrelationPlan? fused = PoolingFusion.PoolingBehind(index, _network, _graph) is null
                ? null
                : PoolingFusion.Fused(kernel, convolution, pooling, strides);
            double cost = fused?.Cost
                ?? kernel.Cost + PoolingFusion.CostOf(pooling, pooling.Output.Width * kernel.TargetChannels);
            if (WindowsOf(convolution, pooling, source, row) is { } windows && windows.Cost < cost)
                return AddWindows(behind, convolution, windows, source, weight, bias);
            if (fused is not null)
            {
                Activations pooled = Reserve(pooling.Name, pooling.Output, lanes);
                _together.Add(
                    behind, [new CorrelationStep(layer, fused, source.Place, weight, bias, pooled.Place) { Pooling = pooling }]);
                return pooled;
            }
        }

        Activations target = Reserve(layer.Name, layer.Output, lanes);
        Steps.Add(new CorrelationStep(layer, kernel, source.Place, weight, bias, target.Place));
        if (layer.Activation.IsSeparate)
            Steps.Add(Activate(layer, layer.Output.Area * target.PaddedChannels, target.Place));

        return target;
    }

    private ActivationStep Activate(WeightedLayer layer, int length, Operand place) =>
        new(layer, layer.Name + "_ActivateSingle", layer.Activation, LanesDividing(length), length, place);

    /// <summary>
    /// Kernels whose lanes are windows; null where these do not fit: scalar code, an input that lies otherwise, windows too wide for a tile.
    /// </summary>
    private WindowKernels? WindowsOf(ShapedConvolution layer, ShapedPooling pooling, Activations source, int row)
    {
        int lanes = LanesFor(pooling.Output.Width, _lanes);
        if (_lanes == 1 || !source.IsPlanar(layer.Input) || !WindowKernels.FitTile(layer, pooling, lanes))
            return null;
        var kernels = WindowKernels.Of(layer, pooling, lanes, row);
        return kernels.Pooling.IsStraightLine ? kernels : null;
    }

    /// <summary>Plans a convolution and its pooling with windows as lanes; returns what the pooling leaves, channel by channel.</summary>
    private Activations AddWindows(
        int behind, ShapedConvolution layer, WindowKernels kernels, Activations source, Operand weight, Operand bias)
    {
        ShapedPooling pooling = kernels.Pooling.Layer;
        TensorShape input = layer.Input, output = pooling.Output;
        ColumnLanes lanes = kernels.Lanes;
        int before = WorkspaceLayout.Rounded(lanes.Before);
        Operand phases = _workspace.Add(
            layer.Name + "_phases",
            before + input.Channels * kernels.Source.Channel + Math.Max(0, lanes.Behind(layer.KernelWidth)),
            WorkspaceLayout.Dimensions(input.Channels, input.Height, lanes.Step, lanes.PhaseLength));
        phases = phases with { Offset = phases.Offset + before };
        CorrelationPlan convolution = kernels.Convolution;
        Operand sums = _workspace.Add(
            layer.Name,
            kernels.SumsLength,
            WorkspaceLayout.Dimensions(layer.Output.Channels, convolution.Rows.Targets, lanes.Vectors, lanes.Elements, lanes.Lanes));
        Operand pooled = _workspace.Add(
            pooling.Name, kernels.PooledLength, WorkspaceLayout.Dimensions(output.Channels, output.Height, output.Width));
        List<KernelStep> steps =
        [
            LayoutStep.ToPhases(layer, input.Channels * input.Height, input.Width, lanes.Step, lanes.PhaseLength, source.Place, phases),
            new CorrelationStep(layer, convolution, phases, weight, bias, sums),
        ];
        if (layer.Activation.IsSeparate)
            steps.Add(Activate(layer, kernels.SumsLength, sums));
        steps.Add(new PoolingStep(pooling, kernels.Pooling, sums, pooled));
        _together.Add(behind, [.. steps]);
        return new Activations(pooled, new BufferStrides(output.Area, output.Width, 1), output.Channels, Lanes: 1);
    }

    private static CorrelationPlan KernelOf(WeightedLayer layer, Activations source, int lanes, int row)
    {
        var convolution = layer as ShapedConvolution;

        // The units of a dense layer are filters as large as a flattened image, which need not be rearranged for them. Its pixels are
        // taken as one column: with the taps of a row as straight-line code, processors foresee less well which weights come next.
        TensorShape read = source.Image ?? layer.Input;
        (TapGeometry rows, TapGeometry columns) = convolution is not null
            ? (BlockCorrelations.RowsOf(convolution), BlockCorrelations.ColumnsOf(convolution))
            : (TapGeometry.Whole(read.Area), TapGeometry.Point);
        BufferStrides strides = convolution is not null ? source.Strides : source.Strides with { Row = source.Strides.Column };
        return new CorrelationPlan
        {
            Name = layer.Name + "_Single",
            Summary = $"{layer.Name}, one image: {layer.Input} -> {layer.Output}.",
            LaneMeaning = LaneMeaning.Channels,
            Unroll = layer.Unroll,
            Lanes = lanes,
            Rows = rows,
            Columns = columns,
            SourceChannels = read.Channels,
            TargetChannels = (layer.Output.Channels + lanes - 1) / lanes,
            Source = strides,
            Target = StridesOf(layer.Output, lanes) with { Channel = lanes },
            Connected = convolution is { Connections: not null } ? ConnectedOf(convolution, row) : default,
            WeightSourceStride = rows.Kernel * columns.Kernel * row,
            WeightTargetStride = lanes,
            WeightTapStride = row,
            StartsAtBias = true,
            Activation = layer.Activation.IsFused ? layer.Activation : ActivationFunction.None,
            SourceBuffer = "x",
            TargetBuffer = "y",
            SourceName = convolution is null && source.Image is null ? "input" : "channel",
            TargetName = convolution is null ? "unit" : "filter",
        }.Planned();
    }

    /// <summary>All bits where a channel and a filter are connected, filters being as far apart as in the packed weights.</summary>
    private static EquatableArray<int> ConnectedOf(ShapedConvolution layer, int row) =>
        Enumerable.Range(0, layer.Input.Channels * row)
            .Select(index => (Channel: index / row, Filter: index % row))
            .Select(place => place.Filter < layer.Output.Channels && layer.Connections![place.Channel, place.Filter] ? -1 : 0)
            .ToEquatableArray();

    private Activations AddRbf(ShapedRbf layer, Activations source)
    {
        source = Planar(layer, source, layer.Input, layer.Name + "_x");
        int lanes = LanesFor(layer.Output.Channels, _lanes);
        Activations target = Reserve(layer.Name, layer.Output, lanes);
        CorrelationPlan kernel = RbfCorrelations.Single(
            layer, lanes, new BufferStrides(1, 0, 0), target.Strides with { Channel = lanes }, target.PaddedChannels);
        Steps.Add(new CorrelationStep(layer, kernel, source.Place, RbfCorrelations.Codes(kernel), null, target.Place));
        return target;
    }

    /// <summary>A layer's parameters in the order in which its kernel reads them; calls that share them read the same.</summary>
    private (Operand Weight, Operand Bias) Packed(WeightedLayer layer, int row)
    {
        string owner = layer.SharesWith ?? layer.Name;
        if (_weights.TryGetValue(owner, out (Operand Weight, Operand Bias) known))
            return known;
        ShapedConvolution? connected = layer is ShapedConvolution { Connections: not null } convolution ? convolution : null;
        int weightsOfChannel = connected is null ? layer.WeightCount / layer.Output.Channels : layer.Input.Channels * connected.Taps;
        string shape = WorkspaceLayout.Dimensions(weightsOfChannel, row);
        Operand weight = _packed.Add(owner + "_weight", weightsOfChannel * row, shape);
        Operand bias = _packed.Add(owner + "_bias", row, WorkspaceLayout.Dimensions(row));
        string flatShape = connected is null
            ? WorkspaceLayout.Dimensions(layer.Output.Channels, weightsOfChannel)
            : WorkspaceLayout.Dimensions(connected.Connections!.Count, connected.Taps);
        string flatBiasShape = WorkspaceLayout.Dimensions(layer.Output.Channels);
        Operand flatWeight = new(owner + "_flatWeight", Memory.Parameters, layer.WeightOffset, flatShape);
        Operand flatBias = new(owner + "_flatBias", Memory.Parameters, layer.BiasOffset, flatBiasShape);
        Pack.Add(connected is null
            ? LayoutStep.Pack(layer, layer.Output.Channels, weightsOfChannel, row, flatWeight, weight)
            : LayoutStep.PackKernels(connected, row, flatWeight, weight));
        Pack.Add(LayoutStep.Pack(layer, layer.Output.Channels, 1, row, flatBias, bias));
        return _weights[owner] = (weight, bias);
    }

    private Activations AddPooling(int index, ShapedPooling layer, Activations source)
    {
        if (_together.TryGetValue(index, out KernelStep[] steps))
        {
            Steps.AddRange(steps);
            return source;
        }

        // Channels that are not neighbours (those of the image itself) are pooled one by one.
        TensorShape output = layer.Output;
        bool planar = source.Lanes == 1 && source.Strides.Column == 1;
        Activations target = planar
            ? new Activations(
                _workspace.Add(layer.Name, output.Length, WorkspaceLayout.Dimensions(output.Channels, output.Height, output.Width)),
                new BufferStrides(output.Area, output.Width, 1),
                output.Channels,
                Lanes: 1)
            : Reserve(layer.Name, output, source.Lanes);
        int lanes = planar ? 1 : source.Lanes;
        var plan = new PoolingPlan(
            layer.Name + "_Single",
            layer,
            LaneMeaning.Channels,
            lanes,
            target.PaddedChannels / lanes,
            planar ? source.Strides : source.Strides with { Channel = lanes },
            planar ? target.Strides : target.Strides with { Channel = lanes });
        Steps.Add(new PoolingStep(layer, plan, source.Place, target.Place));
        return target;
    }

    /// <summary>A view: whoever needs a vector that lies like one makes it.</summary>
    private static Activations Flattened(ShapedLayer layer, Activations source) => source.IsPlanar(source.Image ?? layer.Input)
        ? new Activations(source.Place, new BufferStrides(1, 0, 0), layer.Input.Length, Lanes: 1)
        : source with { Image = source.Image ?? layer.Input };

    /// <summary>Sums, products, activations by themselves. Two operands that lie differently are both taken channel by channel.</summary>
    private Activations AddElementwise(int index, char? @operator, Activations[] sources)
    {
        ShapedLayer layer = _network.Layers[index];
        if (sources.Any(source => source with { Place = sources[0].Place, Lanes = sources[0].Lanes } != sources[0]))
        {
            for (int operand = 0; operand < sources.Length; operand++)
                sources[operand] = Planar(layer, sources[operand], layer.Input, layer.Name + "_" + Emission.Literal.Of(operand));
        }

        // The rest of the last vector lies in what places are rounded up to; only the image is the caller's.
        int length = (sources[0].Image ?? layer.Output).Area * sources[0].PaddedChannels;
        bool isRounded = sources.All(source => source.Place.Memory == Memory.Workspace);
        int lanes = isRounded ? _lanes : LanesDividing(length);
        Operand place = _workspace.Add(layer.Name, length, sources[0].Place.Shape);
        Steps.Add(new ElementwiseStep(
            layer, layer.Name + "_Single", @operator, _graph.ActivationOf(index), lanes, length,
            sources.Select(source => source.Place).ToEquatableArray(), place));
        return sources[0] with { Place = place };
    }

    private Activations AddConcatenation(ShapedLayer layer, Activations[] sources)
    {
        TensorShape output = layer.Output;
        Operand place = _workspace.Add(layer.Name, output.Length, WorkspaceLayout.Dimensions(output.Channels, output.Height, output.Width));
        int offset = 0;
        for (int operand = 0; operand < sources.Length; operand++)
        {
            TensorShape shape = layer.Inputs[operand] < 0 ? _network.InputShape : _network.Layers[layer.Inputs[operand]].Output;
            Operand part = place with
            {
                Name = layer.Name + "_" + Emission.Literal.Of(operand),
                Offset = place.Offset + offset,
                Shape = WorkspaceLayout.Dimensions(shape.Channels, shape.Height, shape.Width),
            };
            AddCopy(layer, sources[operand], shape, part);
            offset += shape.Length;
        }

        return new Activations(place, new BufferStrides(output.Area, output.Width, 1), output.Channels, Lanes: 1);
    }

    /// <summary>The same elements, channel by channel.</summary>
    private Activations Planar(ShapedLayer layer, Activations source, TensorShape shape, string name)
    {
        var strides = new BufferStrides(shape.Area, shape.Width, 1);
        if (source.IsPlanar(source.Image ?? shape))
            return new Activations(source.Place, strides, shape.Channels, Lanes: 1);
        Operand place = _workspace.Add(name, shape.Length, WorkspaceLayout.Dimensions(shape.Length));
        AddCopy(layer, source, shape, place);
        return new Activations(place, strides, shape.Channels, Lanes: 1);
    }

    private void AddCopy(ShapedLayer? layer, Activations source, TensorShape shape, Operand place)
    {
        TensorShape image = source.Image ?? shape;
        Steps.Add(source.IsPlanar(image)
            ? LayoutStep.ToPlanar(layer, 1, image.Length, 1, source.Place, place)
            : LayoutStep.ToPlanar(layer, image.Channels, image.Area, source.Strides.Column, source.Place, place));
    }

    private void AddOutput(Activations source, TensorShape shape) =>
        AddCopy(null, source, shape, new Operand("output", Memory.Output, 0, WorkspaceLayout.Dimensions(shape.Length)));
}
