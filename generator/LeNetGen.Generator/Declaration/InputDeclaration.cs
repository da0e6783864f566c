namespace LeNetGen.Generator.Declaration;

/// <summary>What [Network] says of the input's shape and [Input] of raw pixels.</summary>
internal sealed record InputDeclaration(int Channels, int Height, int Width, float Scale, float Offset, int Pad);
