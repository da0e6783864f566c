using System.Text.RegularExpressions;
using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Tests.Weights;

/// <summary>The memory plan in Markdown, for a project that asks for it.</summary>
public class MemoryReportTests
{
    private const string File = "LeNetGen.MemoryReports";

    private const string Graph = """
        using LeNetGen;
        using static LeNetGen.Layers;

        namespace Samples;

        [Network(1, 6, 6)]
        [Deploy(MaxWorkingBytes = 100_000)]
        public sealed partial class Net
        {
            [Conv2D(2, 3, Padding = Padding.Same)] private static partial Node Conv(Node x);
            [Dense(3)] private static partial Node Logits(Node x);

            private static Node Forward(Node image)
            {
                var x = Relu(Conv(image));
                return Softmax(Logits(Flatten(Concatenate(x, MaxPooling2D(image, 1)))));
            }
        }
        """;

    [Fact]
    public void Report_NotAskedFor_IsNotWritten()
    {
        foreach (TestedProject project in new[] { TestedProject.Training, TestedProject.Training.AskingForMemoryReport("false") })
        {
            GeneratorRun run = GeneratorRun.Of(project, Declarations.D2l);
            Assert.DoesNotContain(run.Result.GeneratedSources, source => source.HintName == $"{File}.g.cs");
        }
    }

    [Fact]
    public void EditedNetwork_Reported_IsReportedAnew()
    {
        GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(Graph), TestedProject.Training.AskingForMemoryReport());
        GeneratorRun edited = run.After("A size", compilation => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees.Single(), Compilations.Parse(Graph.Replace("Dense(3)", "Dense(4)"), "Source0.cs")));
        Assert.Contains("Reported: Modified", edited.ChangedSteps());
        Assert.Contains("| `Logits` ", edited[File], StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfGraph_HasARowForEveryLayerBufferAndStep()
    {
        GeneratorRun run = GeneratorRun.Of(TestedProject.Training.AskingForMemoryReport(), Graph);
        ShapedNetwork network = run.Values<ShapedNetwork>(TrackingNames.Networks).Single();
        var plan = MemoryPlan.Of(network);
        string[] sections = run[File].Split("\n// ## ");
        Assert.Equal(["Layers", "Buffers", "Steps"], sections.Skip(1).Select(section => section.Split('\n')[0]));
        Assert.Equal([.. network.Layers.Select(layer => layer.Name), "**total**"], NamesIn(sections[1], column: 0));
        Assert.Equal(plan.Buffers.Select(buffer => buffer.Region.Name), NamesIn(sections[2], column: 0));
        Assert.Equal(plan.Steps.Select(step => step.Method), NamesIn(sections[3], column: 1));
        Assert.Contains($"| **{Literal.Grouped(plan.Cost.WorkingBytes)}** |", sections[0], StringComparison.Ordinal);

        static IEnumerable<string> NamesIn(string section, int column) => section.Split('\n')
            .Where(line => line.StartsWith("// |", StringComparison.Ordinal))
            .Skip(2)
            .Select(line => line.Split('|')[column + 1].Trim(' ', '`'));
    }

    [Fact]
    public void Buffers_InUseAtOnce_LieApart()
    {
        foreach (string source in new[] { Declarations.D2l, Graph })
        {
            var plan = MemoryPlan.Of(GeneratorRun.Of(source).Values<ShapedNetwork>(TrackingNames.Networks).Single());
            for (int step = 0; step < plan.Steps.Count; step++)
            {
                BufferLife[] inUse = [.. plan.InUse(step).OrderBy(buffer => buffer.Start)];
                Assert.All(inUse.Zip(inUse.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Bytes <= pair.Second.Start));
            }

            Assert.Equal(plan.BufferBytes, plan.Buffers.Max(buffer => buffer.Start + buffer.Bytes));
        }
    }

    [Fact]
    public void Report_OfSeveralNetworks_IsOneSource_InOrderOfNames()
    {
        string text = ReportOf(Graph.Replace("[Deploy(", "[Deploy /* */ (") + """

            [Network(1, 4, 4)][Flatten][Dense(2)] public sealed partial class Another;

            public static partial class Outer<T>
            {
                [Network(1, 4, 4)][Flatten][Dense(2)] public sealed partial class Inner;
            }
            """);
        Assert.Equal(
            ["//= Samples.Another.memory.md", "//= Samples.Net.memory.md", "//= Samples.Outer`1.Inner.memory.md"],
            text.Split('\n').Where(line => line.StartsWith(MemoryReportEmitter.FileStart, StringComparison.Ordinal)));
        Assert.Contains("// # Memory of `` Samples.Outer`1.Inner ``\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WithoutNetworks_IsEmpty()
    {
        // Not absent: what was written before must not stay.
        Assert.Equal(2, ReportOf("class Program { }").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Tables_OfReport_HaveAsManyCellsInEveryRow_AtTheSamePlaces()
    {
        string[] lines = [.. ReportOf(Declarations.D2l).Split('\n').Select(line => line.Length > 3 ? line[3..] : "")];
        string[][] tables = [.. string.Join('\n', lines).Split("\n\n").Select(part => part.Trim('\n').Split('\n')).Where(part => part[0].StartsWith('|'))];
        Assert.Equal(4, tables.Length);
        foreach (string[] table in tables)
        {
            Assert.Matches("^\\|( -+:? \\|)+$", table[1]);
            Assert.Single(table.Select(row => string.Join(' ', Regex.Matches(row, @"(?<!\\)\|").Select(bar => bar.Index))).Distinct());
        }
    }

    [Fact]
    public void Cell_WithBar_IsEscaped()
    {
        var table = new MarkdownTable("A", "B:");
        table.Add(MarkdownTable.Code("a|b"), "1");
        Assert.Equal(["| A      |    B |", "| ------ | ---: |", @"| `a\|b` |    1 |"], table.Lines());
    }

    private static string ReportOf(string source) => GeneratorRun.Of(TestedProject.Training.AskingForMemoryReport(), source)[File];
}
