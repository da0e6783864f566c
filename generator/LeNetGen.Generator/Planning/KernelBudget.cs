namespace LeNetGen.Generator.Planning;

/// <summary>What one kernel method may use.</summary>
/// <param name="Registers">Vector registers for accumulators and operands; two are left to the compiler.</param>
/// <param name="MultiplyAdds">
/// Multiply-adds of straight-line code. RyuJIT gives up optimising, silently, above 60,000 bytes or 20,000 instructions of IL or 8,000
/// references to locals; a multiply-add is 4 references and, with its share of loads, some 7 instructions.
/// </param>
internal readonly record struct KernelBudget(int Registers, int MultiplyAdds)
{
    /// <summary>Local variables; above 512 RyuJIT stops inlining.</summary>
    public const int Locals = 480;

    /// <summary>Elements of pooling windows in straight-line code: a line or two each, to be read and compiled at every width.</summary>
    public const int WindowElements = 400;

    /// <summary>Multiply-adds of a kernel in all its methods that a declaration may have written one after the other: a megabyte of text.</summary>
    public const int StraightLine = 12_000;

    /// <summary>Multiply-adds of a layer that is written without any loop unless its declaration says otherwise.</summary>
    public const int SmallLayer = 200;

    /// <summary>Bytes of the first-level cache, of processors that have little.</summary>
    public const int FirstLevelCache = 32 * 1024;

    public static KernelBudget Of(int lanes) => lanes switch
    {
        16 => new(Registers: 30, MultiplyAdds: 1_400),
        1 => new(Registers: 7, MultiplyAdds: 24),
        _ => new(Registers: 14, MultiplyAdds: 1_400),
    };
}
