using System.Xml.Linq;
using LeNetGen.Data;
using LeNetGen.Reporting;
using LeNetGen.Reporting.Images;
using LeNetGen.Reporting.Networks;
using LeNetGen.Tests.Execution;
using LeNetGen.Tests.Reference;
using LeNetGen.Tests.Training;
using static LeNetGen.Layers;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>Summaries and pictures of networks that are more than one layer after the other.</summary>
public sealed class GraphReportTests
{
    private static readonly Shape s_image = new(1, 4, 4);

    private static readonly NetworkDefinition s_small = Traced.Network("Small", s_image, ["Conv", "Code"], image =>
    {
        Node x = LeakyRelu(image.Conv("Conv", 2, 3), 0.1f);
        Node left = Flatten(x).Dense("Code", 3), right = Flatten(Concatenate(x * x)).Dense("Code", 3);
        return Softmax(left + right);
    });

    public static TheoryData<string> Names => [.. Graphs.All.Select(network => network.Name)];

    [Fact]
    public void Summary_OfAGraph_SaysWhatIsConnectedAndWhoseParametersAreShared()
    {
        const string expected = """
            Model: "Small"
            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━┳━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━━━┓
            ┃ Layer (type)                ┃ Output Shape    ┃ Param # ┃ Connected to             ┃
            ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━╇━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━━━┩
            │ input (InputLayer)          │ (None, 1, 4, 4) │       0 │ -                        │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Conv (Conv2D)               │ (None, 2, 4, 4) │      20 │ input                    │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ LeakyReLU_1 (LeakyReLU)     │ (None, 2, 4, 4) │       0 │ Conv                     │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Flatten_1 (Flatten)         │ (None, 32)      │       0 │ LeakyReLU_1              │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Code (Dense)                │ (None, 3)       │      99 │ Flatten_1                │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Multiply_1 (Multiply)       │ (None, 2, 4, 4) │       0 │ LeakyReLU_1, LeakyReLU_1 │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Concatenate_1 (Concatenate) │ (None, 2, 4, 4) │       0 │ Multiply_1               │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Flatten_2 (Flatten)         │ (None, 32)      │       0 │ Concatenate_1            │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Code_2 (Dense, shares Code) │ (None, 3)       │       0 │ Flatten_2                │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Add_1 (Add)                 │ (None, 3)       │       0 │ Code, Code_2             │
            ├─────────────────────────────┼─────────────────┼─────────┼──────────────────────────┤
            │ Softmax_1 (Softmax)         │ (None, 3)       │       0 │ Add_1                    │
            └─────────────────────────────┴─────────────────┴─────────┴──────────────────────────┘
             Total params: 119 (476.00 B)
             Trainable params: 119 (476.00 B)
             Non-trainable params: 0 (0.00 B)
             Multiply-adds: 480 for one image

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Summary.Of(s_small));
    }

    [Fact]
    public void Summary_OfALayerCalledAgainBehindItself_HasThreeColumns()
    {
        NetworkDefinition network = Traced.Network("Twice", s_image, ["Conv"], image => image.Conv("Conv", 1, 3).Conv("Conv", 1, 3));
        string summary = Summary.Of(network);
        Assert.DoesNotContain("Connected to", summary, StringComparison.Ordinal);
        Assert.Contains("│ Conv_2 (Conv2D, shares Conv) │ (None, 1, 4, 4) │       0 │\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Dot_OfAGraph_HasAnArrowForEachInputAndTheShapesOfAll()
    {
        string dot = NetworkDot.Of(s_small);
        string[] arrows = [.. dot.Split('\n').Where(line => line.Contains("->", StringComparison.Ordinal)).Select(line => line.Trim())];
        Assert.Equal(
            [
                "input -> layer1;", "layer1 -> layer2;", "layer2 -> layer3;", "layer3 -> layer4;", "layer2 -> layer5;",
                "layer2 -> layer5;", "layer5 -> layer6;", "layer6 -> layer7;", "layer7 -> layer8;", "layer4 -> layer9;",
                "layer8 -> layer9;", "layer9 -> layer10;",
            ],
            arrows);
        Assert.Contains("<TD WIDTH=\"80\">2@4×4, 2@4×4</TD>", dot, StringComparison.Ordinal);
        Assert.Contains(">parameters of Code · 96 multiply-adds<", dot, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_OfAGraph_HasAnArrowForEachInputWithItsShape()
    {
        string[] lines = NetworkMermaid.Of(s_small).Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(2, lines.Count(line => line == "layer2 -->|\"2@4×4\"| layer5"));
        Assert.Contains("layer4 -->|\"3\"| layer9", lines);
        Assert.Contains("layer8 -->|\"3\"| layer9", lines);
        Assert.Contains("layer10 --> output", lines);
        Assert.Contains("layer8[\"<b>Code_2</b><br/>Dense<br/>parameters of Code\"]:::dense", lines);
        Assert.Contains("layer2[\"<b>LeakyReLU_1</b><br/>LeakyReLU · slope 0.1\"]:::activation", lines);
        Assert.Contains("layer9[\"<b>Add_1</b><br/>Add\"]:::join", lines);
    }

    [Theory, MemberData(nameof(Names))]
    public void Svg_OfAGraph_HasARowForEachLayerAndAnArrowForEachInput(string name)
    {
        NetworkDefinition network = Graphs.All.Single(network => network.Name == name);
        XDocument picture = Pictures.Parse(NetworkSvg.Of(network));

        XElement[] rows = [.. picture.Root!.Elements(Pictures.Svg + "g")];
        Assert.Equal(network.Layers.Length + 1, rows.Length);
        int inputs = Enumerable.Range(0, network.Layers.Length).Sum(layer => network.InputsOf(layer).Length);
        Assert.Equal(inputs, picture.Descendants(Pictures.Svg + "path").Count());
        Assert.Equal(inputs, picture.Descendants(Pictures.Svg + "polyline").Count());
        Assert.True((double)picture.Root.Attribute("width")! > 960);
        string[] shared = [.. network.Layers.Select(layer => layer.SharesWith).OfType<string>().Select(owner => $"parameters of {owner}")];
        Assert.Equal(shared, Pictures.TextsOf(picture, "small").Where(text => text.StartsWith("parameters of", StringComparison.Ordinal)));
    }

    [Fact]
    public void Svg_OfOneLayerAfterTheOther_IsAsWideAsEveryPicture() =>
        Assert.Equal(960, (double)Pictures.Parse(NetworkSvg.Of(Networks.D2L)).Root!.Attribute("width")!);

    [Fact]
    public void FeatureMaps_OfAGraph_ShowJoinsAndSayWhatTheyRead()
    {
        var network = new InterpretedNetwork(Graphs.Inception);
        XDocument picture = Pictures.Parse(FeatureMapsSvg.Of(network, TrainingData.Raw(Graphs.Inception, 1), 0));

        string[] texts = Pictures.TextsOf(picture);
        Assert.Contains("Concatenate_1", texts);
        Assert.Contains("from One, Three, Five, Pooled", texts);
        Assert.Equal(3, texts.Count(text => text == "from MaxPooling2D_1"));
        Assert.Single(texts, "from Pool");
        Assert.Equal(5, texts.Count(text => text.StartsWith("from ", StringComparison.Ordinal)));
    }

    [Fact]
    public void FirstFilters_OfAGraph_AreTheFirstConvolutionsThatReadsTheInput()
    {
        NetworkDefinition network = Traced.Network("Late", s_image, ["Dense", "Deep", "Conv"], image => Concatenate(
            Flatten(MaxPooling2D(image, 2)).Dense("Dense", 2),
            Flatten(AveragePooling2D(image, 2).Conv("Deep", 2, 1)),
            Flatten(image.Conv("Conv", 2, 3))));
        Assert.Equal("Conv", FirstFilters.Of(network)!.Layer.Name);
    }

    [Fact]
    public void FirstFilters_DenseLayer_HasTheImageThatItsOwnInputWasFlattenedFrom()
    {
        // The pool comes between, but is not what the dense layer reads.
        NetworkDefinition network = Traced.Network("Dense", new Shape(2, 4, 6), ["Dense"], image =>
        {
            Node flat = Relu(Flatten(image)), pooled = Flatten(MaxPooling2D(image, 2));
            return Concatenate(flat.Dense("Dense", 3), pooled);
        });
        Assert.Equal((2, 4, 6), Sides(FirstFilters.Of(network)!));

        NetworkDefinition joined = Traced.Network("Joined", s_image, ["Dense"], image =>
            Concatenate(Flatten(image), Flatten(image)).Dense("Dense", 3));
        Assert.Equal((1, 1, 32), Sides(FirstFilters.Of(joined)!));

        static (int, int, int) Sides(FirstFilters filters) => (filters.Channels, filters.Height, filters.Width);
    }

    [Fact]
    public void Description_OfActivationsJoinsAndSharedLayers_SaysNothingTwice()
    {
        LayerDescription[] layers = [.. Enumerable.Range(0, s_small.Layers.Length).Select(index => LayerDescription.Of(s_small, index))];
        Assert.Equal(("LeakyReLU · slope 0.1", LayerFamily.Activation), (layers[1].KindAndDetails, layers[1].Family));
        Assert.Equal(("Multiply", LayerFamily.Join, "2@4×4, 2@4×4"), (layers[4].KindAndDetails, layers[4].Family, layers[4].Input));
        Assert.Equal(("Softmax", ""), (layers[9].KindAndDetails, layers[9].Costs));
        Assert.Equal(("Dense", "parameters of Code · 96 multiply-adds"), (layers[7].KindAndDetails, layers[7].Costs));
        Assert.Equal("99 parameters · 96 multiply-adds", layers[3].Costs);
    }

    [Theory, MemberData(nameof(Names))]
    public void Report_OfAGraph_IsWhole(string name)
    {
        NetworkDefinition network = Graphs.All.Single(network => network.Name == name);
        Dataset images = TrainingData.Raw(network, 3);
        var report = new TrainingReport { Title = name, Network = new InterpretedNetwork(network), Images = images };

        XDocument page = XDocument.Parse(ReportHtml.Of(report));

        Assert.All(page.Descendants(Pictures.Svg + "svg"), Pictures.Check);
        Assert.Contains("Connected to", page.Root!.Value, StringComparison.Ordinal);
    }
}
