using System.Globalization;
using System.Text.RegularExpressions;

namespace LeNetGen.Execution.Tests.Mutations;

/// <summary>
/// The mistakes that are made in emitted kernels. Each one matters: none only moves a zero's sign, touches an element that nobody reads, or
/// exchanges what commutes. None leaves a kernel's memory either: offsets only become smaller.
/// </summary>
internal static partial class MutationForms
{
    public static IReadOnlyList<MutationForm> All { get; } =
    [
        new("drops a tap", lines => WithoutOne(lines, line => Sum().IsMatch(line) || Choice().IsMatch(line))),
        new("drops a store", lines => WithoutOne(lines, line => Store().IsMatch(line))),
        new("drops a call", lines => WithoutOne(lines, line => Call().IsMatch(line))),
        new("clears nothing", lines => WithoutOne(lines, line => Clearing().IsMatch(line))),
        new("clears less", lines => Replaced(lines, ClearedLength(), number => number - 1)),
        new("takes the first block's place", FirstPlaces),
        new("takes the first slice's place", lines => Replaced(lines, PlaceOfSlice(), _ => 0)),
        new("copies less", lines => Replaced(lines, LayoutSize(), number => number - 1)),
        new("drops rows", lines => Replaced(lines, SourceRows(), _ => 1).Concat(Replaced(lines, FirstRow(), _ => 1))),
        new("skips elements", lines => Replaced(lines, FirstElement(), _ => NetworkKernels.BlockSize)),
        new("shifts an offset by an element", lines => Replaced(lines, Offset(), number => number - 1)),
        new("shifts an offset by a pixel", lines => Replaced(lines, Offset(), number => number < 16 ? number : number - 16)),
        new("swaps two sums", lines => SwappedSums(lines, Sum(), distance: 1)),

        // Two neighbours may be pooled together, and a maximum does not care which is which.
        new("swaps two stored sums", lines => SwappedSums(lines, Store(), distance: 2)),
        new("adds in another order", ReorderedSums),
        new("reverses a loop of a sum", ReversedLoops),
        new("computes another function", OtherFunctions),
        new("multiplies for adding, adds for multiplying", OtherOperators),
    ];

    private static readonly (string Function, string Other)[] s_functions =
    [
        ("Elementary.Tanh(", "Elementary.Sigmoid("),
        ("Elementary.Sigmoid(", "Elementary.Tanh("),
        ("LessThanOrEqual(sum", "GreaterThanOrEqual(sum"),
        (" <= 0 ? 0 : sum", " >= 0 ? 0 : sum"),

        // Only of a window's first element: the maximum is never at a later one that is zero, for they are not negative.
        ("LessThanOrEqual(y0", "LessThan(y0"),
        ("(y0 <= 0 ?", "(y0 < 0 ?"),
        ("One - ", "One + "),
        ("(1f - ", "(1f + "),
        ("MultiplyAdd(-y", "MultiplyAdd(y"),
        ("(result * scale)", "(result + scale)"),
        (" * scale;", ";"),
        ("GreaterThan(y", "GreaterThanOrEqual(y"),
        (" > largest", " >= largest"),
        ("GreaterThan(x", "LessThan(x"),
        (" > result ?", " < result ?"),

        // Which lanes read padding. Behind the last column zeros may lie, which change nothing.
        (".GreaterThanOrEqual(Vector", ".GreaterThan(Vector"),
        (".LessThan(Vector", ".GreaterThan(Vector"),
    ];

    private static IEnumerable<IReadOnlyList<string>> WithoutOne(IReadOnlyList<string> lines, Predicate<string> isCandidate)
    {
        for (int at = 1; at < lines.Count; at++)
        {
            if (isCandidate(lines[at]))
                yield return [.. lines.Take(at), .. lines.Skip(at + 1)];
        }
    }

    /// <summary>
    /// Changes one number of one line; a number that stays as it is makes no variant, nor does a variable that nobody reads.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> Replaced(IReadOnlyList<string> lines, Regex pattern, Func<int, int> change)
    {
        for (int at = 1; at < lines.Count; at++)
        {
            if (!IsRead(lines, at))
                continue;
            foreach (Match match in pattern.Matches(lines[at]))
            {
                Group group = match.Groups["number"];
                int number = int.Parse(group.Value, CultureInfo.InvariantCulture);
                string text = change(number).ToString(CultureInfo.InvariantCulture);
                if (text != group.Value)
                    yield return With(lines, (at, lines[at][..group.Index] + text + lines[at][(group.Index + group.Length)..]));
            }
        }
    }

    /// <summary>Two statements exchange the sums that they work on.</summary>
    private static IEnumerable<IReadOnlyList<string>> SwappedSums(IReadOnlyList<string> lines, Regex statement, int distance)
    {
        bool IsCandidate(int at) => statement.IsMatch(lines[at]) && SumName().IsMatch(lines[at]);
        int[] candidates = [.. Enumerable.Range(1, lines.Count - 1).Where(IsCandidate)];
        foreach ((int first, int second) in candidates.Zip(candidates.Skip(distance)))
        {
            string one = SumName().Match(lines[first]).Value, other = SumName().Match(lines[second]).Value;
            if (one != other && IsStraightLine(lines, first, second))
                yield return With(lines, (first, SumName().Replace(lines[first], other)), (second, SumName().Replace(lines[second], one)));
        }
    }

    /// <summary>Of two additions to one sum the earlier comes after the later.</summary>
    private static IEnumerable<IReadOnlyList<string>> ReorderedSums(IReadOnlyList<string> lines)
    {
        var previous = new Dictionary<string, int>();
        for (int at = 1; at < lines.Count; at++)
        {
            if (!Sum().IsMatch(lines[at]))
                continue;
            string sum = Sum().Match(lines[at]).Groups["sum"].Value;
            if (previous.TryGetValue(sum, out int earlier) && IsStraightLine(lines, earlier, at))
                yield return [.. lines.Take(earlier), .. lines.Skip(earlier + 1).Take(at - earlier), lines[earlier], .. lines.Skip(at + 1)];
            previous[sum] = at;
        }
    }

    /// <summary>Loops inside of which sums that were started before them grow, run backwards; if they run more than once.</summary>
    private static IEnumerable<IReadOnlyList<string>> ReversedLoops(IReadOnlyList<string> lines)
    {
        int depthOfSums = int.MaxValue;
        for (int at = 1; at < lines.Count; at++)
        {
            int depth = lines[at].Length - lines[at].TrimStart().Length;
            if (SumStart().IsMatch(lines[at]))
                depthOfSums = depth;
            if (depth < depthOfSums || Loop().Match(lines[at]) is not { Success: true } loop)
                continue;
            string variable = loop.Groups["variable"].Value, start = loop.Groups["start"].Value, end = loop.Groups["end"].Value;
            string step = loop.Groups["step"] is { Success: true } several ? several.Value : "1";
            bool isKnown = int.TryParse(start, out int from) & int.TryParse(end, out int to);
            if (isKnown && to - from <= int.Parse(step, CultureInfo.InvariantCulture))
                continue;
            yield return With(lines, (at, $"for (nint {variable} = {end} - {step}; {variable} >= {start}; {variable} -= {step})"));
        }
    }

    private static IEnumerable<IReadOnlyList<string>> OtherFunctions(IReadOnlyList<string> lines)
    {
        for (int at = 1; at < lines.Count; at++)
        {
            foreach ((string function, string other) in s_functions)
            {
                if (lines[at].Contains(function, StringComparison.Ordinal))
                    yield return With(lines, (at, lines[at].Replace(function, other, StringComparison.Ordinal)));
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> OtherOperators(IReadOnlyList<string> lines)
    {
        for (int at = 1; at < lines.Count; at++)
        {
            foreach (Group @operator in Operator().Matches(lines[at]).Select(match => match.Groups["operator"]))
            {
                string other = @operator.Value == "+" ? "*" : "+";
                yield return With(lines, (at, lines[at][..@operator.Index] + other + lines[at][(@operator.Index + 1)..]));
            }
        }
    }

    /// <summary>A block goes where the first one of its chunk does.</summary>
    private static IEnumerable<IReadOnlyList<string>> FirstPlaces(IReadOnlyList<string> lines)
    {
        for (int at = 1; at < lines.Count; at++)
        {
            if (PlaceOfBlock().IsMatch(lines[at]))
                yield return With(lines, (at, PlaceOfBlock().Replace(lines[at], "")));
        }
    }

    private static string[] With(IReadOnlyList<string> lines, params (int At, string Line)[] changes)
    {
        string[] changed = [.. lines];
        foreach ((int at, string line) in changes)
            changed[at] = line;
        return changed;
    }

    /// <summary>False for the declaration of a variable that no other line mentions.</summary>
    private static bool IsRead(IReadOnlyList<string> lines, int at)
    {
        Match variable = Variable().Match(lines[at]);
        string name = $@"\b{variable.Groups["name"].Value}\b";
        return !variable.Success || lines.Where((line, other) => other != at && Regex.IsMatch(line, name)).Any();
    }

    /// <summary>Whether what one statement sees declared, the other one sees as well.</summary>
    private static bool IsStraightLine(IReadOnlyList<string> lines, int first, int last) =>
        lines.Skip(first).Take(last - first).All(line => line.Trim() is not ("{" or "}"));

    [GeneratedRegex(@"^\s*(?:(?<sum>sum\w+) = (?:\w+\.ConditionalSelect\(\w+, )?Fused\.?MultiplyAdd\(|(?<sum>sum\w+|result) \+= )")]
    private static partial Regex Sum();

    [GeneratedRegex(@"^\s*(?:result = .*result|dy\d+ = |dy\w+ \+= |chosen = )")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\.StoreUnsafe\(|^\s*(?:Unsafe\.Add\(.*\)|y|dx|target|window|tile|choice|scratch) = ")]
    private static partial Regex Store();

    [GeneratedRegex(@"^\s*(?:LaneTree\.|BlockLayout\.|DropoutMask\.)?\w+\(ref ")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\s*gradient\.Slice\(.*\.Clear\(\);")]
    private static partial Regex Clearing();

    [GeneratedRegex(@"(?<=^\s*gradient\.Slice\(\d+, )(?<number>\d+)")]
    private static partial Regex ClearedLength();

    [GeneratedRegex(@"(?: \+ )?\bblock \* \d+")]
    private static partial Regex PlaceOfBlock();

    [GeneratedRegex(@"\bslice \* (?<number>\d+)")]
    private static partial Regex PlaceOfSlice();

    // Of biases, which are one row, the length of a row says nothing.
    [GeneratedRegex(@"(?<=BlockLayout\.\w+\((?:ref (?:\w+|Unsafe\.Add\(.*?\)), ){2}(?:\d+, )*)(?<!, 1, )(?<number>\d+)\b")]
    private static partial Regex LayoutSize();

    [GeneratedRegex(@"if \(unchecked\(\(nuint\)\(.*?\)\) < (?<number>\d+)")]
    private static partial Regex SourceRows();

    [GeneratedRegex(@"firstRow = .*\b(?<number>0);$")]
    private static partial Regex FirstRow();

    // Where a whole buffer starts in the workspace does not matter, as long as it overlaps none that is in use; nor does it which number
    // of a table's entry is read, where two are the same, or which of a tile's channels are connected, where one is.
    [GeneratedRegex(@"ref (?!workspaceStart|entry|connected,)\w+, (?:[\w *+-]+ \+ )?(?<number>[1-9]\d*)\)")]
    private static partial Regex Offset();

    [GeneratedRegex(@"for \(nint element = (?<number>0);")]
    private static partial Regex FirstElement();

    [GeneratedRegex(@"(?<=var (?:z|dy\d*) = .*\) )(?<operator>[+*])(?= )")]
    private static partial Regex Operator();

    [GeneratedRegex(@"^\s*var (?<name>\w+) = ")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\bsum\w+")]
    private static partial Regex SumName();

    [GeneratedRegex(@"^\s*var sum\w+ = ")]
    private static partial Regex SumStart();

    [GeneratedRegex(@"^\s*for \(nint (?<variable>\w+) = (?<start>\w+); \w+ < (?<end>\w+); (?:\w+\+\+|\w+ \+= (?<step>\d+))\)$")]
    private static partial Regex Loop();
}
