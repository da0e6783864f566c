namespace Trainer.Models;

/// <summary>
/// Ten stylised digits, 7 pixels wide and 12 high: what the outputs of LeNet-5's layer F6 are to look like for a digit of each class. The
/// drawings are our own, after the idea of LeCun et al. 1998, figure 3.
/// </summary>
internal static class DigitCodes
{
    public const string Zero =
        """
        ..XXX..
        .X...X.
        X.....X
        X.....X
        X.....X
        X.....X
        X.....X
        X.....X
        X.....X
        X.....X
        .X...X.
        ..XXX..
        """;

    public const string One =
        """
        ...X...
        ..XX...
        .X.X...
        X..X...
        ...X...
        ...X...
        ...X...
        ...X...
        ...X...
        ...X...
        ...X...
        XXXXXXX
        """;

    public const string Two =
        """
        .XXXXX.
        X.....X
        X.....X
        ......X
        ......X
        .....X.
        ....X..
        ...X...
        ..X....
        .X.....
        X......
        XXXXXXX
        """;

    public const string Three =
        """
        XXXXXXX
        ......X
        .....X.
        ....X..
        ...X...
        ..XXXX.
        ......X
        ......X
        ......X
        X.....X
        X.....X
        .XXXXX.
        """;

    public const string Four =
        """
        .....X.
        ....XX.
        ...X.X.
        ..X..X.
        .X...X.
        X....X.
        X....X.
        XXXXXXX
        .....X.
        .....X.
        .....X.
        .....X.
        """;

    public const string Five =
        """
        XXXXXXX
        X......
        X......
        X......
        XXXXX..
        .....X.
        ......X
        ......X
        ......X
        X.....X
        .X...X.
        ..XXX..
        """;

    public const string Six =
        """
        ...XXX.
        ..X....
        .X.....
        X......
        X......
        X.XXX..
        XX...X.
        X.....X
        X.....X
        X.....X
        .X...X.
        ..XXX..
        """;

    public const string Seven =
        """
        XXXXXXX
        ......X
        ......X
        .....X.
        .....X.
        ....X..
        ....X..
        ...X...
        ...X...
        ..X....
        ..X....
        ..X....
        """;

    public const string Eight =
        """
        ..XXX..
        .X...X.
        X.....X
        X.....X
        .X...X.
        ..XXX..
        .X...X.
        X.....X
        X.....X
        X.....X
        .X...X.
        ..XXX..
        """;

    public const string Nine =
        """
        ..XXX..
        .X...X.
        X.....X
        X.....X
        X.....X
        .X...XX
        ..XXX.X
        ......X
        ......X
        .....X.
        ....X..
        .XXX...
        """;
}
