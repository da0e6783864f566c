namespace LeNetGen;

/// <summary>
/// A layer that makes one element of each window of a channel. Unless strides are declared, windows lie side by side. Elements in the
/// padding take no part; rows and columns left over at the end are dropped.
/// </summary>
public abstract class Pooling2DAttribute : WindowAttribute
{
    private protected Pooling2DAttribute(int poolHeight, int poolWidth)
        : base(poolHeight, poolWidth) => (PoolHeight, PoolWidth) = (poolHeight, poolWidth);

    /// <summary>Rows of a window.</summary>
    public int PoolHeight { get; }

    /// <summary>Columns of a window.</summary>
    public int PoolWidth { get; }

    /// <inheritdoc/>
    internal sealed override LayerDefinition Define(string name, Shape input, NetworkAttribute network)
    {
        (Windows rows, Windows columns) = PoolsOver(name, input, PoolHeight, PoolWidth);
        return Define(name, input, new Shape(input.Channels, rows.Count, columns.Count)) with
        {
            StrideHeight = StrideHeight,
            StrideWidth = StrideWidth,
            PadTop = rows.PadBefore,
            PadLeft = columns.PadBefore,
        };
    }

    /// <summary>The layer with the windows' size, but not yet where they lie.</summary>
    private protected abstract Pooling2DDefinition Define(string name, Shape input, Shape output);
}
