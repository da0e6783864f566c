using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Plans the pass over one image, for the lowest latency: lanes are channels. Activations lie pixel by pixel, their channels padded to
/// whole vectors; weights are packed so that those of neighbouring channels are neighbours.
/// </summary>
internal sealed class SinglePlanner
{
    private readonly int _lanes;
    private readonly WorkspaceLayout _workspace = new(Memory.Workspace);
    private readonly WorkspaceLayout _packed = new(Memory.Packed);
    private Activations _present;

    public SinglePlanner(ShapedNetwork network, int lanes)
    {
        _lanes = lanes;
        TensorShape input = network.Layers[0].Input;
        _present = new Activations(
            new Operand("image", Memory.Image, 0, WorkspaceLayout.Dimensions(input.Channels, input.Height, input.Width)),
            new BufferStrides(input.Area, input.Width, 1),
            input.Channels,
            Lanes: 1);
        foreach (ShapedLayer layer in network.Layers)
            Add(layer);
        AddOutput(network.Output);
    }

    public List<KernelStep> Pack { get; } = [];

    public List<KernelStep> Steps { get; } = [];

    public int PackedLength => _packed.Length;

    public int WorkspaceLength => _workspace.Length;

    /// <summary>
    /// One image's activations in memory.
    /// </summary>
    /// <param name="Place">Where they lie.</param>
    /// <param name="Strides">Distances between neighbours.</param>
    /// <param name="PaddedChannels">Channels, the padding included.</param>
    /// <param name="Lanes">The vectors that the channels make up; 1 where channels are not neighbours.</param>
    private readonly record struct Activations(Operand Place, BufferStrides Strides, int PaddedChannels, int Lanes)
    {
        /// <summary>Whether the elements lie channel by channel without gaps, as (channel, row, column).</summary>
        public bool IsPlanar(TensorShape shape) =>
            shape.Area == 1 ? Strides.Channel == 1 : Strides.Column == 1 && (shape.Channels == 1 || Strides.Channel == shape.Area);
    }

    /// <summary>The vectors for so many channels: as few as possible, and then as narrow as possible.</summary>
    private int LanesFor(int channels)
    {
        int best = _lanes;
        for (int lanes = _lanes / 2; lanes >= 4; lanes /= 2)
        {
            if ((channels + lanes - 1) / lanes == (channels + best - 1) / best)
                best = lanes;
        }

        return best;
    }

    /// <summary>The widest vectors of which so many elements are a whole number.</summary>
    private int LanesDividing(int elements)
    {
        int lanes = _lanes;
        while (elements % lanes != 0)
            lanes /= 2;
        return lanes;
    }

    private Activations Reserve(string name, TensorShape shape, int lanes)
    {
        int padded = (shape.Channels + lanes - 1) / lanes * lanes;
        Operand place = _workspace.Add(name, shape.Area * padded, WorkspaceLayout.Dimensions(shape.Height, shape.Width, padded));
        return new Activations(place, new BufferStrides(1, shape.Width * padded, padded), padded, lanes);
    }

    private void Add(ShapedLayer layer)
    {
        switch (layer)
        {
            case WeightedLayer weighted:
                AddWeighted(weighted);
                break;
            case ShapedPooling pooling:
                AddPooling(pooling);
                break;
            case ShapedFlatten:
                AddFlatten(layer);
                break;
        }
    }

    private void AddWeighted(WeightedLayer layer)
    {
        int lanes = LanesFor(layer.Output.Channels);
        Activations target = Reserve(layer.Name, layer.Output, lanes);
        int row = target.PaddedChannels;
        int weightsOfChannel = layer.WeightCount / layer.Output.Channels;
        string shape = WorkspaceLayout.Dimensions(weightsOfChannel, row);
        Operand weight = _packed.Add(layer.Name + "_weight", weightsOfChannel * row, shape);
        Operand bias = _packed.Add(layer.Name + "_bias", row, WorkspaceLayout.Dimensions(row));
        string flatShape = WorkspaceLayout.Dimensions(layer.Output.Channels, weightsOfChannel);
        string flatBiasShape = WorkspaceLayout.Dimensions(layer.Output.Channels);
        Operand flatWeight = new(layer.Name + "_flatWeight", Memory.Parameters, layer.WeightOffset, flatShape);
        Operand flatBias = new(layer.Name + "_flatBias", Memory.Parameters, layer.BiasOffset, flatBiasShape);
        Pack.Add(LayoutStep.Pack(layer, layer.Output.Channels, weightsOfChannel, row, flatWeight, weight));
        Pack.Add(LayoutStep.Pack(layer, layer.Output.Channels, 1, row, flatBias, bias));

        var convolution = layer as ShapedConvolution;
        CorrelationPlan kernel = new CorrelationPlan
        {
            Name = layer.Name + "_Single",
            Summary = $"{layer.Name}, one image: {layer.Input} -> {layer.Output}.",
            LaneMeaning = LaneMeaning.Channels,
            Lanes = lanes,
            Rows = convolution is null ? TapGeometry.Point : BlockCorrelations.RowsOf(convolution),
            Columns = convolution is null ? TapGeometry.Point : BlockCorrelations.ColumnsOf(convolution),
            SourceChannels = layer.Input.Channels,
            TargetChannels = row / lanes,
            Source = _present.Strides,
            Target = target.Strides with { Channel = lanes },
            WeightSourceStride = (convolution?.Taps ?? 1) * row,
            WeightTargetStride = lanes,
            WeightTapStride = row,
            StartsAtBias = true,
            Activation = layer.Activation.IsFused ? layer.Activation : ActivationFunction.None,
            SourceBuffer = "x",
            TargetBuffer = "y",
            SourceName = convolution is null ? "input" : "channel",
            TargetName = convolution is null ? "unit" : "filter",
        }.Planned();
        Steps.Add(new CorrelationStep(layer, kernel, _present.Place, weight, bias, target.Place));
        if (layer.Activation.IsSeparate)
        {
            int length = layer.Output.Area * row;
            string name = layer.Name + "_ActivateSingle";
            Steps.Add(new ActivationStep(layer, name, layer.Activation, LanesDividing(length), length, target.Place));
        }

        _present = target;
    }

    private void AddPooling(ShapedPooling layer)
    {
        // Channels that are not neighbours (those of the image itself) are pooled one by one.
        TensorShape output = layer.Output;
        bool planar = _present.Lanes == 1 && _present.Strides.Column == 1;
        Activations target = planar
            ? new Activations(
                _workspace.Add(layer.Name, output.Length, WorkspaceLayout.Dimensions(output.Channels, output.Height, output.Width)),
                new BufferStrides(output.Area, output.Width, 1),
                output.Channels,
                Lanes: 1)
            : Reserve(layer.Name, output, _present.Lanes);
        int lanes = planar ? 1 : _present.Lanes;
        var plan = new PoolingPlan(
            layer.Name + "_Single",
            layer,
            LaneMeaning.Channels,
            lanes,
            target.PaddedChannels / lanes,
            planar ? _present.Strides : _present.Strides with { Channel = lanes },
            planar ? target.Strides : target.Strides with { Channel = lanes });
        Steps.Add(new PoolingStep(layer, plan, _present.Place, target.Place));
        _present = target;
    }

    private void AddFlatten(ShapedLayer layer)
    {
        TensorShape shape = layer.Input;
        if (!_present.IsPlanar(shape))
        {
            Operand place = _workspace.Add(layer.Name, shape.Length, WorkspaceLayout.Dimensions(shape.Length));
            Steps.Add(LayoutStep.ToPlanar(layer, shape.Channels, shape.Area, _present.Strides.Column, _present.Place, place));
            _present = _present with { Place = place };
        }

        _present = new Activations(_present.Place, new BufferStrides(1, 0, 0), shape.Length, Lanes: 1);
    }

    private void AddOutput(TensorShape shape)
    {
        var output = new Operand("output", Memory.Output, 0, WorkspaceLayout.Dimensions(shape.Length));
        Steps.Add(_present.IsPlanar(shape)
            ? LayoutStep.ToPlanar(null, 1, shape.Length, 1, _present.Place, output)
            : LayoutStep.ToPlanar(null, shape.Channels, shape.Area, _present.Strides.Column, _present.Place, output));
    }
}
