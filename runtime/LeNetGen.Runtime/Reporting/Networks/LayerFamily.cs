using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Networks;

/// <summary>What kinds of layers have in common, and the colours that show it.</summary>
/// <param name="Name">Its name, a plain word.</param>
/// <param name="Line">The colour of outlines and bars.</param>
/// <param name="Tint">The colour of areas.</param>
internal sealed record LayerFamily(string Name, Rgb Line, Rgb Tint)
{
    public static LayerFamily Input { get; } = new("input", new(75, 85, 99), new(249, 250, 251));

    public static LayerFamily Convolution { get; } = new("convolution", new(29, 95, 209), new(232, 239, 251));

    public static LayerFamily Pooling { get; } = new("pooling", new(15, 118, 110), new(227, 243, 240));

    public static LayerFamily Dense { get; } = new("dense", new(194, 86, 10), new(253, 240, 228));

    public static LayerFamily Regularisation { get; } = new("regularisation", new(124, 58, 237), new(241, 235, 253));

    /// <summary>Activations by themselves.</summary>
    public static LayerFamily Activation { get; } = new("activation", new(190, 24, 93), new(252, 236, 244));

    /// <summary>Layers that read several others.</summary>
    public static LayerFamily Join { get; } = new("join", new(77, 111, 15), new(241, 246, 226));

    /// <summary>Layers that compute nothing.</summary>
    public static LayerFamily Arrangement { get; } = new("arrangement", new(107, 114, 128), new(243, 244, 246));
}
