using System.Collections.Immutable;

namespace LeNetGen.Tests.Reference;

/// <summary>Stacks layers into a <see cref="NetworkDefinition"/>, working out every shape as the generator does.</summary>
internal sealed class NetworkBuilder(int channels, int height, int width)
{
    private readonly ImmutableArray<LayerDefinition>.Builder _layers = ImmutableArray.CreateBuilder<LayerDefinition>();
    private readonly Shape _input = new(channels, height, width);
    private Shape _shape = new(channels, height, width);
    private int _offset;

    /// <summary>The D2L LeNet: 28x28 images, sigmoid, padding in the first convolution only.</summary>
    public static NetworkDefinition D2L() => new NetworkBuilder(1, 28, 28)
        .Conv(6, 5, Activation.Sigmoid, pad: 2).AveragePool(2)
        .Conv(16, 5, Activation.Sigmoid).AveragePool(2)
        .Flatten().Dense(120, Activation.Sigmoid).Dense(84, Activation.Sigmoid).Dense(10, Activation.Softmax)
        .Build("D2L");

    /// <summary>A convolution with <paramref name="pad"/> pixels of padding on every side, or with <see cref="Padding.Same"/>.</summary>
    public NetworkBuilder Conv(
        int filters,
        int kernel,
        Activation activation = Activation.None,
        int stride = 1,
        int pad = 0,
        bool same = false,
        string? name = null) =>
        Conv(filters, WindowGeometry.Square(kernel, stride, pad) with { IsSame = same }, activation, name);

    /// <summary>A convolution of any geometry.</summary>
    public NetworkBuilder Conv(int filters, WindowGeometry kernel, Activation activation = Activation.None, string? name = null)
    {
        (int rows, int columns, int padTop, int padLeft) = kernel.Over(_shape);
        return Add(new Conv2DDefinition(
            name ?? NextName("Conv2D"),
            _shape,
            new Shape(filters, rows, columns),
            kernel.Height,
            kernel.Width,
            kernel.StrideHeight,
            kernel.StrideWidth,
            padTop,
            padLeft)
        {
            Activation = activation,
            ParameterOffset = _offset,
        });
    }

    /// <summary>Average pooling of windows that lie side by side.</summary>
    public NetworkBuilder AveragePool(int height, int width = 0, string? name = null) => AveragePool(SideBySide(height, width), name);

    /// <summary>Average pooling of any geometry.</summary>
    public NetworkBuilder AveragePool(WindowGeometry window, string? name = null) => AddPooling(
        window,
        output => new AveragePooling2DDefinition(name ?? NextName("AveragePooling2D"), _shape, output, window.Height, window.Width));

    /// <summary>Max pooling of windows that lie side by side.</summary>
    public NetworkBuilder MaxPool(int height, int width = 0, string? name = null) => MaxPool(SideBySide(height, width), name);

    /// <summary>Max pooling of any geometry.</summary>
    public NetworkBuilder MaxPool(WindowGeometry window, string? name = null) => AddPooling(
        window,
        output => new MaxPooling2DDefinition(name ?? NextName("MaxPooling2D"), _shape, output, window.Height, window.Width));

    /// <summary>A convolution of which not every filter reads every channel.</summary>
    public NetworkBuilder ConnectedConv(int kernel, BinaryTable connections, int stride = 1, int pad = 0)
    {
        Conv(connections.Columns, kernel, stride: stride, pad: pad);
        var convolution = (Conv2DDefinition)_layers[^1] with { Connections = connections };
        _offset += convolution.ParameterCount - _layers[^1].ParameterCount;
        _layers[^1] = convolution;
        return this;
    }

    /// <summary>Trainable subsampling of windows that lie side by side.</summary>
    public NetworkBuilder Subsample(int height, int width = 0) => Subsample(SideBySide(height, width));

    /// <summary>Trainable subsampling of any geometry.</summary>
    public NetworkBuilder Subsample(WindowGeometry window)
    {
        (int rows, int columns, int padTop, int padLeft) = window.Over(_shape);
        return Add(new Subsampling2DDefinition(
            NextName("Subsampling2D"),
            _shape,
            new Shape(_shape.Channels, rows, columns),
            window.Height,
            window.Width,
            window.StrideHeight,
            window.StrideWidth,
            padTop,
            padLeft)
        {
            ParameterOffset = _offset,
        });
    }

    /// <summary>Radial basis functions.</summary>
    public NetworkBuilder Rbf(params string[] codes) =>
        Add(new RbfDefinition(NextName("Rbf"), _shape, new Shape(codes.Length), new BinaryTable(codes)) { ParameterOffset = _offset });

    public NetworkBuilder Flatten(string? name = null) =>
        Add(new FlattenDefinition(name ?? NextName("Flatten"), _shape, new Shape(_shape.Length)) { ParameterOffset = _offset });

    public NetworkBuilder Dense(int units, Activation activation = Activation.None, string? name = null) =>
        Add(new DenseDefinition(name ?? NextName("Dense"), _shape, new Shape(units))
        {
            Activation = activation,
            ParameterOffset = _offset,
        });

    public NetworkBuilder Dropout(double rate, string? name = null) =>
        Add(new DropoutDefinition(name ?? NextName("Dropout"), _shape, _shape, rate) { ParameterOffset = _offset });

    /// <summary>Gives the layer added last an activation.</summary>
    public NetworkBuilder Activated(Activation activation, float negativeSlope = 0.2f)
    {
        _layers[^1] = _layers[^1] with { Activation = activation, NegativeSlope = negativeSlope };
        return this;
    }

    public NetworkDefinition Build(string name, float scale = 1, float offset = 0, int pad = 0) =>
        new(name, new InputDefinition(_input, scale, offset, pad), _layers.ToImmutable());

    private NetworkBuilder AddPooling(WindowGeometry window, Func<Shape, Pooling2DDefinition> create)
    {
        (int rows, int columns, int padTop, int padLeft) = window.Over(_shape);
        return Add(create(new Shape(_shape.Channels, rows, columns)) with
        {
            StrideHeight = window.StrideHeight,
            StrideWidth = window.StrideWidth,
            PadTop = padTop,
            PadLeft = padLeft,
            ParameterOffset = _offset,
        });
    }

    private NetworkBuilder Add(LayerDefinition layer)
    {
        _layers.Add(layer);
        _shape = layer.Output;
        _offset += layer.ParameterCount;
        return this;
    }

    private string NextName(string kind) => $"{kind}_{_layers.Count(layer => layer.Kind == kind) + 1}";

    private static WindowGeometry SideBySide(int height, int width) =>
        new(height, width == 0 ? height : width, height, width == 0 ? height : width);
}
