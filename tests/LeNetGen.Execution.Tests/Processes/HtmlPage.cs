using System.Text.RegularExpressions;

namespace LeNetGen.Execution.Tests.Processes;

/// <summary>Whether a page is well-formed and needs nothing but itself.</summary>
internal static partial class HtmlPage
{
    private static readonly HashSet<string> s_void = ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];

    /// <summary>Requires that every element is closed in its turn, that no other "&lt;" is about, and that no file or site is referred to.</summary>
    public static void AssertWhole(string html)
    {
        Assert.StartsWith("<!doctype html>", html, StringComparison.OrdinalIgnoreCase);
        string rest = Aside().Replace(html, "");
        Stack<string> open = [];
        foreach (Match tag in Tag().Matches(rest))
        {
            string name = tag.Groups["name"].Value;
            if (tag.Groups["end"].Success)
                Assert.Equal(open.Count == 0 ? "nothing" : open.Pop(), name);
            else if (!tag.Groups["whole"].Success && !s_void.Contains(name))
                open.Push(name);
        }

        Assert.Empty(open);
        Assert.DoesNotContain('<', Tag().Replace(rest, ""));
        Assert.DoesNotMatch(Reference(), html);
    }

    [GeneratedRegex("<!--.*?-->|<!doctype[^>]*>|<(style|script)\\b[^>]*>.*?</\\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    [GeneratedRegex("<(?<end>/)?(?<name>[A-Za-z][\\w:-]*)(?:\"[^\"]*\"|'[^']*'|[^'\"<>/]|/(?!>))*(?<whole>/)?>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?:src|href)=\"(?!#|data:)")]
    private static partial Regex Reference();
}
