using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>Where a prediction keeps what, for the documentation of a network that only predicts; <see cref="MemoryReport"/> says more.</summary>
internal static class MemoryPlanText
{
    /// <summary>A line for the parameters, one for the memory, and one for each buffer.</summary>
    public static IEnumerable<string> LinesOf(ShapedNetwork network)
    {
        var plan = MemoryPlan.Of(network);
        yield return $"{Literal.Grouped(plan.Cost.ParameterBytes)} bytes of parameters, packed, in the read-only data of the program.";
        yield return $"{Literal.Grouped(plan.Cost.WorkingBytes)} bytes of memory for a prediction: the image, and at the widest vectors";
        int longest = plan.Buffers.Select(buffer => buffer.Region.Name.Length).DefaultIfEmpty().Max();
        foreach (BufferLife buffer in plan.Buffers)
        {
            string name = buffer.Region.Name.PadRight(longest);
            yield return $"  {name}  bytes {Literal.Grouped(buffer.Start)} to {Literal.Grouped(buffer.Start + buffer.Bytes)}";
        }
    }
}
