namespace LeNetGen.Generator.Declaration;

/// <summary>The runtime's enumeration of the same name, value for value.</summary>
internal enum Unroll
{
    Auto,
    Tile,
    Row,
    Layer,
}
