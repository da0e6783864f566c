namespace LeNetGen;

/// <summary>The input of a network: its shape, and what is done to raw pixels before the first layer sees them.</summary>
/// <param name="Shape">The shape that the first layer sees.</param>
/// <param name="Scale">The factor of a raw pixel.</param>
/// <param name="Offset">What is added to the scaled pixel.</param>
/// <param name="Pad">Pixels of byte 0 added on each side of a raw image.</param>
public sealed record InputDefinition(Shape Shape, float Scale, float Offset, int Pad)
{
    /// <summary>The shape of a raw image: the input's without its padding.</summary>
    public Shape RawShape => new(Shape.Channels, Shape.Height - 2 * Pad, Shape.Width - 2 * Pad);
}
