namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Two networks in one file, for Fix All.</summary>
internal static class TwoClasses
{
    public static string Of(string first, string second) => $"""
        using LeNetGen;

        // one
        [Network(1, 8, 8)]
        {first}
        public sealed partial class Net;

        // two
        [Network(1, 8, 8)]
        {second}
        public sealed partial class Other;
        """;

    public static string OfGraphs(string first, string second) => $$"""
        using LeNetGen;
        using static LeNetGen.Layers;

        [Network(1, 8, 8)]
        public sealed partial class Net
        {
            {{first}}
        }

        [Network(1, 8, 8)]
        public sealed partial class Other
        {
            {{second}}
        }
        """;
}
