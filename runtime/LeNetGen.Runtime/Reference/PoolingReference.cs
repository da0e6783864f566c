using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>What the poolings share: where their windows lie. Rows and columns that do not fill a window belong to none.</summary>
internal abstract class PoolingReference<T>(Pooling2DDefinition definition) : LayerReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    private readonly Shape _input = definition.Input;
    private readonly Shape _output = definition.Output;

    /// <summary>Rows of a window.</summary>
    protected int PoolHeight { get; } = definition.PoolHeight;

    /// <summary>Columns of a window.</summary>
    protected int PoolWidth { get; } = definition.PoolWidth;

    /// <summary>Elements from one input row to the next.</summary>
    protected int RowStride => _input.Width;

    /// <summary>Every output element's index, with the index of the first input element of its window.</summary>
    protected IEnumerable<(int Output, int Window)> Windows
    {
        get
        {
            int output = 0;
            for (int channel = 0; channel < _output.Channels; channel++)
            for (int row = 0; row < _output.Height; row++)
            for (int column = 0; column < _output.Width; column++)
                yield return (output++, (channel * _input.Height + row * PoolHeight) * _input.Width + column * PoolWidth);
        }
    }
}
