using LeNetGen.Reporting;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class SummaryTests
{
    [Fact]
    public void Of_D2L_IsKerasTableDigitForDigit()
    {
        const string expected = """
            Model: "LeNet"
            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━┓
            ┃ Layer (type)                          ┃ Output Shape       ┃ Param # ┃
            ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━┩
            │ Conv2D_1 (Conv2D)                     │ (None, 6, 28, 28)  │     156 │
            ├───────────────────────────────────────┼────────────────────┼─────────┤
            │ AveragePooling2D_1 (AveragePooling2D) │ (None, 6, 14, 14)  │       0 │
            ├───────────────────────────────────────┼────────────────────┼─────────┤
            │ Conv2D_2 (Conv2D)                     │ (None, 16, 10, 10) │   2,416 │
            ├───────────────────────────────────────┼────────────────────┼─────────┤
            │ AveragePooling2D_2 (AveragePooling2D) │ (None, 16, 5, 5)   │       0 │
            ├───────────────────────────────────────┼────────────────────┼─────────┤
            │ Flatten_1 (Flatten)                   │ (None, 400)        │       0 │
            ├───────────────────────────────────────┼────────────────────┼─────────┤
            │ Dense_1 (Dense)                       │ (None, 120)        │  48,120 │
            ├───────────────────────────────────────┼────────────────────┼─────────┤
            │ Dense_2 (Dense)                       │ (None, 84)         │  10,164 │
            ├───────────────────────────────────────┼────────────────────┼─────────┤
            │ Dense_3 (Dense)                       │ (None, 10)         │     850 │
            └───────────────────────────────────────┴────────────────────┴─────────┘
             Total params: 61,706 (241.04 KB)
             Trainable params: 61,706 (241.04 KB)
             Non-trainable params: 0 (0.00 B)
             Multiply-adds: 416,520 for one image

            """;

        Assert.Equal(expected.ReplaceLineEndings("\n"), Summary.Of(Networks.D2L));
    }

    [Fact]
    public void Of_Dropout_IsARowWithoutParametersAsInKeras()
    {
        string[] rows = [.. Summary.Of(Networks.Dropped).Split('\n').Where(line => line.Contains("Dropout", StringComparison.Ordinal))];

        Assert.Equal(
            [
                "│ Dropout_1 (Dropout) │ (None, 1, 4, 5) │       0 │",
                "│ Dropout_2 (Dropout) │ (None, 7)       │       0 │",
            ],
            rows);
    }

    [Theory]
    [InlineData(1, 1, "2 (8.00 B)")]
    [InlineData(254, 1, "255 (1020.00 B)")]
    [InlineData(255, 1, "256 (1.00 KB)")]
    [InlineData(1023, 256, "262,144 (1.00 MB)")]
    [InlineData(1023, 262_144, "268,435,456 (1.00 GB)")]
    public void Of_ParametersAroundAUnit_HaveTheLargestUnitThatKeepsOneOrMore(int inputs, int outputs, string expected)
    {
        Assert.Contains($" Total params: {expected}\n", Summary.Of(Networks.OneDense(inputs, outputs)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ParametersPastAnInt32OfBytes_AreCountedInFull()
    {
        // 2^29 parameters are 2^31 bytes, which an int of bytes would turn negative.
        Assert.Contains(" (2.00 GB)\n", Summary.Of(Networks.OneDense(1023, 524_288)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_HostileCulture_IsTheSame()
    {
        string expected = Summary.Of(Networks.D2L);
        using var culture = new HostileCulture();

        Assert.Equal(expected, Summary.Of(Networks.D2L));
    }

    [Fact]
    public void Of_AnyNetwork_HasTableLinesOfOneLength()
    {
        string[] lines = Summary.Of(Networks.OneDense(3, 2)).Split('\n');

        // After the name: the header between two rules, one layer, the last rule.
        Assert.Single(lines[1..6].Select(line => line.Length).Distinct());
        Assert.StartsWith("└", lines[5], StringComparison.Ordinal);
    }
}
