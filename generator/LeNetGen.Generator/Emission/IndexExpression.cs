using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Sums of products of loop variables and constants, written without needless terms.</summary>
internal static class IndexExpression
{
    /// <summary>Such as <c>row * 448 + column * 16 + 32</c>. A variable of null is a loop that does not exist: it stands at 0.</summary>
    public static string Sum(int constant, params (string? Variable, int Factor)[] terms)
    {
        IEnumerable<string> products = terms
            .Where(term => term.Variable is not null && term.Factor != 0)
            .Select(term => term.Factor == 1 ? term.Variable! : $"{term.Variable} * {Of(term.Factor)}");
        string sum = string.Join(" + ", products);
        if (sum.Length == 0)
            return Of(constant);
        return constant switch
        {
            0 => sum,
            > 0 => $"{sum} + {Of(constant)}",
            _ => $"{sum} - {Of(-constant)}",
        };
    }

    /// <summary>Such as <c>(row + 1) / 3</c>, or <c>row / 2</c>.</summary>
    public static string Quotient(string variable, int constant, int divisor) =>
        $"{(constant == 0 ? variable : $"({Sum(constant, (variable, 1))})")} / {Of(divisor)}";

    /// <summary>The sum of terms that are sums themselves, those that are 0 left out.</summary>
    public static string Join(params string[] terms)
    {
        string sum = string.Join(" + ", terms.Where(term => term != "0"));
        return sum.Length == 0 ? "0" : sum.Replace("+ -", "- ");
    }
}
