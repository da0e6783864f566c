namespace LeNetGen.Generator.Declaration;

/// <summary>What [Network] says of the input's shape and [Input] of raw pixels.</summary>
internal sealed record InputDeclaration(int Channels, int Height, int Width, float Scale, float Offset, int Pad)
{
    public static InputDeclaration Read(AttributeArguments network, AttributeArguments? input) => new(
        network.Integer("channels"),
        network.Integer("height"),
        network.Integer("width"),
        input?.Single("Scale", DefaultScale) ?? DefaultScale,
        input?.Single("Offset", 0) ?? 0,
        input?.Integer("Pad") ?? 0);

    private const float DefaultScale = 1f / 255f;
}
