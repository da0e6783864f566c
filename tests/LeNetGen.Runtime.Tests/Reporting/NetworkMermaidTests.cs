using LeNetGen.Reporting;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class NetworkMermaidTests
{
    [Fact]
    public void Of_D2L_IsItsFlowchartLetterForLetter()
    {
        const string expected = """
            %%{init: {"flowchart": {"wrappingWidth": 400}}}%%
            flowchart TD
                input["<b>LeNet</b><br/>pixels ÷ 255"]:::input
                layer1["<b>Conv2D_1</b><br/>Conv2D · 5×5, same, sigmoid<br/>156 parameters"]:::convolution
                input -->|"1@28×28"| layer1
                layer2["<b>AveragePooling2D_1</b><br/>AveragePooling2D · 2×2"]:::pooling
                layer1 -->|"6@28×28"| layer2
                layer3["<b>Conv2D_2</b><br/>Conv2D · 5×5, sigmoid<br/>2,416 parameters"]:::convolution
                layer2 -->|"6@14×14"| layer3
                layer4["<b>AveragePooling2D_2</b><br/>AveragePooling2D · 2×2"]:::pooling
                layer3 -->|"16@10×10"| layer4
                layer5["<b>Flatten_1</b><br/>Flatten"]:::arrangement
                layer4 -->|"16@5×5"| layer5
                layer6["<b>Dense_1</b><br/>Dense · sigmoid<br/>48,120 parameters"]:::dense
                layer5 -->|"400"| layer6
                layer7["<b>Dense_2</b><br/>Dense · sigmoid<br/>10,164 parameters"]:::dense
                layer6 -->|"120"| layer7
                layer8["<b>Dense_3</b><br/>Dense · softmax<br/>850 parameters"]:::dense
                layer7 -->|"84"| layer8
                output["<b>10</b>"]:::input
                layer8 --> output
                classDef input fill:#f9fafb,stroke:#4b5563,color:#111827
                classDef convolution fill:#e8effb,stroke:#1d5fd1,color:#111827
                classDef pooling fill:#e3f3f0,stroke:#0f766e,color:#111827
                classDef arrangement fill:#f3f4f6,stroke:#6b7280,color:#111827
                classDef dense fill:#fdf0e4,stroke:#c2560a,color:#111827

            """;

        Assert.Equal(expected.ReplaceLineEndings("\n"), NetworkMermaid.Of(Networks.D2L));
    }

    [Fact]
    public void Of_Dropout_IsANodeOfItsOwnClass()
    {
        string flowchart = NetworkMermaid.Of(Networks.Dropped);

        Assert.Contains(
            "    layer1[\"<b>Dropout_1</b><br/>Dropout · rate 0.125, only in training\"]:::regularisation\n",
            flowchart,
            StringComparison.Ordinal);
        Assert.Contains("    classDef regularisation fill:#f1ebfd,stroke:#7c3aed,color:#111827\n", flowchart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Conv2D_1", "Conv2D_1")]
    [InlineData("_x_", "#95;x#95;")]
    [InlineData("a__b", "a#95;#95;b")]
    [InlineData("\"`<b>#;&", "#34;#96;#60;b#62;#35;#59;#38;")]
    [InlineData("größe数\U00020000", "größe数\U00020000")]
    [InlineData("1. x", "1. x")]
    public void Of_AnyName_IsEscapedWhereItWouldMeanSomething(string name, string expected)
    {
        Assert.Contains($"layer1[\"<b>{expected}</b><br/>", NetworkMermaid.Of(Networks.Named("Net", name)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_HostileCulture_IsTheSame()
    {
        string expected = NetworkMermaid.Of(Networks.D2L);
        using var culture = new HostileCulture();

        Assert.Equal(expected, NetworkMermaid.Of(Networks.D2L));
    }
}
