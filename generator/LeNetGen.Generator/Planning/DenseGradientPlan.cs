using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// The weight gradient of a dense layer: lanes are inputs, so that the images are added in order without a sum over lanes; a register
/// tile holds some units by some vectors of inputs while the images of a chunk go by, and is stored then.
/// </summary>
/// <remarks>
/// Where calls share the weights, their sums go on from call to call, one block before the next: there the images of a block go by, and
/// the tile is loaded and stored.
/// </remarks>
/// <param name="IsOfChunk">Whether it takes the images of a chunk, and not of a block.</param>
/// <param name="Strips">The inputs cut into strips, the widest first.</param>
internal sealed record DenseGradientPlan(string Name, ShapedDense Layer, bool IsOfChunk, int Units, EquatableArray<InputStrip> Strips)
{
    public RegisterTile Tile => new(Strips[0].Vectors, Units);

    /// <summary>The images that there is room for.</summary>
    public int Images => ImagesOf(IsOfChunk);

    public static DenseGradientPlan Of(ShapedDense layer, int lanes, bool isOfChunk)
    {
        int inputs = layer.Input.Length;
        int vectorsOfInputs = Math.Max(1, inputs / lanes);
        RegisterTile tile = RegisterTile.Choose(vectorsOfInputs, layer.Output.Length, ImagesOf(isOfChunk), 1, KernelBudget.Of(lanes));
        var strips = new List<InputStrip>();
        int at = 0;
        for (int width = lanes; width > 0; width /= 2)
        {
            if (width == 2)
                continue;
            int vectors = width == lanes ? tile.Pixels : 1;
            while (vectors > 0)
            {
                int count = (inputs - at) / (width * vectors);
                if (count > 0)
                {
                    strips.Add(new InputStrip(at, vectors, width, count));
                    at += count * width * vectors;
                }

                // What is left of the widest vectors is one narrower strip.
                vectors = width == lanes && count >= 0 && vectors > 1 ? Math.Min(vectors - 1, (inputs - at) / width) : 0;
            }
        }

        return new DenseGradientPlan(layer.Name + "_WeightGradient", layer, isOfChunk, tile.Channels, strips.ToEquatableArray());
    }

    private static int ImagesOf(bool isOfChunk) => isOfChunk ? NetworkPlan.ChunkImages : NetworkPlan.BlockLanes;
}

/// <summary>Neighbouring inputs that a register tile takes at once.</summary>
/// <param name="Start">The first strip's first input.</param>
/// <param name="Vectors">Vectors in a strip.</param>
/// <param name="Lanes">Inputs in a vector.</param>
/// <param name="Count">Strips of this form, one after the other.</param>
internal readonly record struct InputStrip(int Start, int Vectors, int Lanes, int Count)
{
    public int Width => Vectors * Lanes;

    public int End => Start + Count * Width;
}
