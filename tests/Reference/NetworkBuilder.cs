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
        string? name = null)
    {
        (int rows, int padTop) = Axis(_shape.Height);
        (int columns, int padLeft) = Axis(_shape.Width);
        return Add(new Conv2DDefinition(
            name ?? NextName("Conv2D"), _shape, new Shape(filters, rows, columns), kernel, kernel, stride, stride, padTop, padLeft)
        {
            Activation = activation,
            ParameterOffset = _offset,
        });

        (int Size, int Pad) Axis(int size)
        {
            if (!same)
                return ((size + 2 * pad - kernel) / stride + 1, pad);
            int output = (size + stride - 1) / stride;
            return (output, Math.Max(0, (output - 1) * stride + kernel - size) / 2);
        }
    }

    /// <summary>A convolution with windows of any geometry.</summary>
    public NetworkBuilder Conv(int filters, WindowGeometry window, Activation activation = Activation.None) =>
        Add(new Conv2DDefinition(
            NextName("Conv2D"), _shape, window.Output(filters, _shape),
            window.Height, window.Width, window.StrideHeight, window.StrideWidth, window.PadTop, window.PadLeft)
        {
            Activation = activation,
            ParameterOffset = _offset,
        });

    public NetworkBuilder AveragePool(int height, int width = 0, string? name = null) =>
        Add(new AveragePooling2DDefinition(
            name ?? NextName("AveragePooling2D"), _shape, Pooled(height, width), height, Width(height, width))
        {
            ParameterOffset = _offset,
        });

    public NetworkBuilder MaxPool(int height, int width = 0, string? name = null) =>
        Add(new MaxPooling2DDefinition(
            name ?? NextName("MaxPooling2D"), _shape, Pooled(height, width), height, Width(height, width))
        {
            ParameterOffset = _offset,
        });

    /// <summary>An average pooling with windows of any geometry.</summary>
    public NetworkBuilder AveragePool(WindowGeometry window) => AddPooling(window, new AveragePooling2DDefinition(
        NextName("AveragePooling2D"), _shape, window.Output(_shape.Channels, _shape), window.Height, window.Width));

    /// <summary>A max pooling with windows of any geometry.</summary>
    public NetworkBuilder MaxPool(WindowGeometry window) => AddPooling(window, new MaxPooling2DDefinition(
        NextName("MaxPooling2D"), _shape, window.Output(_shape.Channels, _shape), window.Height, window.Width));

    public NetworkBuilder Flatten(string? name = null) =>
        Add(new FlattenDefinition(name ?? NextName("Flatten"), _shape, new Shape(_shape.Length)) { ParameterOffset = _offset });

    public NetworkBuilder Dense(int units, Activation activation = Activation.None, string? name = null) =>
        Add(new DenseDefinition(name ?? NextName("Dense"), _shape, new Shape(units))
        {
            Activation = activation,
            ParameterOffset = _offset,
        });

    /// <summary>Gives the layer added last an activation.</summary>
    public NetworkBuilder Activated(Activation activation)
    {
        _layers[^1] = _layers[^1] with { Activation = activation };
        return this;
    }

    public NetworkDefinition Build(string name, float scale = 1, float offset = 0, int pad = 0) =>
        new(name, new InputDefinition(_input, scale, offset, pad), _layers.ToImmutable());

    private NetworkBuilder AddPooling(WindowGeometry window, Pooling2DDefinition pooling) => Add(pooling with
    {
        ParameterOffset = _offset,
        StrideHeight = window.StrideHeight,
        StrideWidth = window.StrideWidth,
        PadTop = window.PadTop,
        PadLeft = window.PadLeft,
    });

    private NetworkBuilder Add(LayerDefinition layer)
    {
        _layers.Add(layer);
        _shape = layer.Output;
        _offset += layer.ParameterCount;
        return this;
    }

    private string NextName(string kind) => $"{kind}_{_layers.Count(layer => layer.Kind == kind) + 1}";

    private Shape Pooled(int height, int width) => new(_shape.Channels, _shape.Height / height, _shape.Width / Width(height, width));

    private static int Width(int height, int width) => width == 0 ? height : width;
}
