namespace LeNetGen;

/// <summary>
/// Declares what is done to raw pixels before the first layer: a byte <c>b</c> becomes <c>b * Scale + Offset</c>, and
/// <see cref="Pad"/> pixels of byte 0 surround the image. Without this attribute pixels are scaled to 0 .. 1.
/// </summary>
/// <remarks>Training, prediction and a shipped binary all read the declaration, so they cannot disagree.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>The factor of a raw pixel; 1/255 unless declared.</summary>
    public float Scale { get; set; } = 1f / 255f;

    /// <summary>What is added to the scaled pixel; 0 unless declared.</summary>
    public float Offset { get; set; }

    /// <summary>
    /// Pixels added on each of the four sides, so that a raw image is smaller than the network's input by twice this number in
    /// height and width; 0 unless declared.
    /// </summary>
    public int Pad { get; set; }
}
