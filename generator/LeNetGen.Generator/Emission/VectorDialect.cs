using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>How one vector width is written in C#. One lane is a plain float.</summary>
internal sealed class VectorDialect
{
    private VectorDialect(int lanes)
    {
        Lanes = lanes;
        Class = "Vector" + Of(32 * lanes);
        Type = lanes == 1 ? "float" : Class + "<float>";
    }

    public int Lanes { get; }

    /// <summary>The type of a vector.</summary>
    public string Type { get; }

    /// <summary>The class of its functions; one lane has none, its expressions are those of a float.</summary>
    private string Class { get; }

    public static VectorDialect WithLanes(int lanes) => new(lanes);

    /// <summary>The header of the loop over the slices of a block; null where there is one slice.</summary>
    public string? SliceLoop => Slice is null ? null : SourceWriter.LoopHeader(Slice, NetworkPlan.BlockLanes / Lanes);

    /// <summary>The variable of <see cref="SliceLoop"/>; null where there is no such loop.</summary>
    public string? Slice => Lanes == NetworkPlan.BlockLanes ? null : "slice";

    public string Zero => Lanes == 1 ? "0f" : Type + ".Zero";

    public string One => Lanes == 1 ? "1f" : Type + ".One";

    public string Load(string reference, string offset) =>
        Lanes == 1 ? Element(reference, offset) : $"{Class}.LoadUnsafe({Reference(reference, offset)})";

    /// <summary>A load at a constant distance.</summary>
    public string Load(string reference, int offset) => Lanes == 1 || offset <= 0
        ? Load(reference, Of(offset))
        : $"{Class}.LoadUnsafe(ref {reference}, {Of(offset)})";

    public string Store(string value, string reference, string offset) =>
        Lanes == 1 ? $"{Element(reference, offset)} = {value};" : $"{value}.StoreUnsafe({Reference(reference, offset)});";

    /// <summary>One number from memory, in every lane.</summary>
    public string Spread(string reference, string offset) => Constant(Element(reference, offset));

    /// <summary>One number in every lane.</summary>
    public string Constant(string number) => Lanes == 1 ? number : $"{Class}.Create({number})";

    public string MultiplyAdd(string left, string right, string sum) =>
        Lanes == 1 ? $"Fused.MultiplyAdd({left}, {right}, {sum})" : $"FusedMultiplyAdd({left}, {right}, {sum})";

    /// <summary><c>value &lt;= 0 ? no : yes</c>, lane by lane, so that NaN counts as positive; without a no, zero.</summary>
    public string WherePositive(string value, string yes, string? no = null) => Lanes == 1
        ? $"{value} <= 0 ? {no ?? "0"} : {yes}"
        : $"{Class}.ConditionalSelect({Class}.LessThanOrEqual({value}, {Zero}), {no ?? Zero}, {yes})";

    /// <summary>Where <paramref name="left"/> is greater than <paramref name="right"/>; false where one is NaN.</summary>
    public string Greater(string left, string right) => Lanes == 1 ? $"{left} > {right}" : $"{Class}.GreaterThan({left}, {right})";

    /// <summary>Where two values are equal; false where one is NaN.</summary>
    public string Equal(string left, string right) => Lanes == 1 ? $"{left} == {right}" : $"{Class}.Equals({left}, {right})";

    public string Select(string condition, string yes, string no) =>
        Lanes == 1 ? $"{condition} ? {yes} : {no}" : $"{Class}.ConditionalSelect({condition}, {yes}, {no})";

    /// <summary>All bits in some lanes.</summary>
    public string MaskOf(LaneRange lanes)
    {
        string first = $"{Class}.GreaterThanOrEqual({Type}.Indices, {Constant(Of(lanes.First) + "f")})";
        string end = $"{Class}.LessThan({Type}.Indices, {Constant(Of(lanes.End) + "f")})";
        return lanes.First == 0 ? end : lanes.End == Lanes ? first : $"({first} & {end})";
    }

    public string WhereGreater(string left, string right, string yes, string no) => Select(Greater(left, right), yes, no);

    /// <summary>A reference to an element; offset <c>0</c> is the reference itself.</summary>
    public static string Reference(string reference, string offset) => "ref " + Element(reference, offset);

    private static string Element(string reference, string offset) => offset == "0" ? reference : $"Unsafe.Add(ref {reference}, {offset})";
}
