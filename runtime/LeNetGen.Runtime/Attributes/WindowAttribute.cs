namespace LeNetGen;

/// <summary>
/// A layer of which every output pixel sees a window of the input. Along an axis of <c>n</c> pixels, with padding <c>p</c> before and
/// <c>q</c> behind, there are <c>(n + p + q - window) / stride + 1</c> of them, rounded down.
/// </summary>
/// <remarks>
/// What is declared of one axis or one side alone overrides what is declared of all: <c>Strides = 2, StrideWidth = 1</c> is a stride of 2
/// rows and 1 column.
/// </remarks>
public abstract class WindowAttribute : LayerAttribute
{
    private readonly (int Height, int Width) _otherwise;
    private int? _strides;
    private int? _strideHeight;
    private int? _strideWidth;
    private int? _padTop;
    private int? _padBottom;
    private int? _padLeft;
    private int? _padRight;

    /// <summary>A layer with the strides that hold unless others are declared.</summary>
    private protected WindowAttribute(int strideHeight, int strideWidth) => _otherwise = (strideHeight, strideWidth);

    /// <summary>The step between the windows of neighbouring output pixels, in both directions; unless declared, that of rows.</summary>
    public int Strides
    {
        get => _strides ?? _otherwise.Height;
        set => _strides = value;
    }

    /// <summary>The step from one row of windows to the next; <see cref="Strides"/> unless declared.</summary>
    public int StrideHeight
    {
        get => _strideHeight ?? _strides ?? _otherwise.Height;
        set => _strideHeight = value;
    }

    /// <summary>The step from one column of windows to the next; <see cref="Strides"/> unless declared.</summary>
    public int StrideWidth
    {
        get => _strideWidth ?? _strides ?? _otherwise.Width;
        set => _strideWidth = value;
    }

    /// <summary>How much padding there is; <see cref="Padding.Valid"/>, only what <see cref="Pad"/> says, unless declared.</summary>
    public Padding Padding { get; set; }

    /// <summary>Pixels of padding on every side, as in PyTorch; 0 unless declared.</summary>
    public int Pad { get; set; }

    /// <summary>Rows of padding above the input; <see cref="Pad"/> unless declared.</summary>
    public int PadTop
    {
        get => _padTop ?? Pad;
        set => _padTop = value;
    }

    /// <summary>Rows of padding below the input; <see cref="Pad"/> unless declared.</summary>
    public int PadBottom
    {
        get => _padBottom ?? Pad;
        set => _padBottom = value;
    }

    /// <summary>Columns of padding to the left of the input; <see cref="Pad"/> unless declared.</summary>
    public int PadLeft
    {
        get => _padLeft ?? Pad;
        set => _padLeft = value;
    }

    /// <summary>Columns of padding to the right of the input; <see cref="Pad"/> unless declared.</summary>
    public int PadRight
    {
        get => _padRight ?? Pad;
        set => _padRight = value;
    }

    /// <summary>The windows over an image, below one another and side by side.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="input">The shape of what it reads.</param>
    /// <param name="height">Rows of a window.</param>
    /// <param name="width">Columns of a window.</param>
    /// <exception cref="ArgumentException">The input is a vector, a number is out of its range, or no window fits.</exception>
    private protected (Windows Rows, Windows Columns) WindowsOver(string name, Shape input, int height, int width)
    {
        if (input.IsVector)
            throw new ArgumentException($"Layer '{name}' reads an image, not a vector of {input} elements.");
        Declared.RequireDefined(name, nameof(Padding), Padding);
        Declared.RequirePositive(name, "the window's height", height);
        Declared.RequirePositive(name, "the window's width", width);
        Declared.RequirePositive(name, nameof(StrideHeight), StrideHeight);
        Declared.RequirePositive(name, nameof(StrideWidth), StrideWidth);
        int[] pads = [PadTop, PadBottom, PadLeft, PadRight];
        if (pads.Min() < 0)
            throw new ArgumentException($"Layer '{name}': a padding of {pads.Min()} pixels is negative.");
        if (Padding == Padding.Same && pads.Max() > 0)
            throw new ArgumentException($"Layer '{name}': Padding.Same leaves no room for a padding of {pads.Max()} pixels beside it.");

        Windows rows, columns;
        if (Padding == Padding.Same)
        {
            (rows, columns) = (Windows.Same(input.Height, height, StrideHeight), Windows.Same(input.Width, width, StrideWidth));
        }
        else
        {
            rows = Windows.Inside(input.Height, height, StrideHeight, PadTop, PadBottom);
            columns = Windows.Inside(input.Width, width, StrideWidth, PadLeft, PadRight);
        }

        if (rows.Count == 0 || columns.Count == 0)
            throw new ArgumentException($"Layer '{name}': a {height}x{width} window does not fit its input {input} and the padding.");
        return (rows, columns);
    }

    /// <summary>The windows over an image, each of which has an element that is not padding.</summary>
    /// <inheritdoc cref="WindowsOver" path="/param|/exception"/>
    private protected (Windows Rows, Windows Columns) PoolsOver(string name, Shape input, int height, int width)
    {
        (Windows, Windows) windows = WindowsOver(name, input, height, width);

        // A window that lay in the padding alone would have no element to take the mean or the largest of.
        if (Padding == Padding.Valid && (Math.Max(PadTop, PadBottom) >= height || Math.Max(PadLeft, PadRight) >= width))
            throw new ArgumentException($"Layer '{name}': its padding is not smaller than its {height}x{width} windows.");
        return windows;
    }
}
