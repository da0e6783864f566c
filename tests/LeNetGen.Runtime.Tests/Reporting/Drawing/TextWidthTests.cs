using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Runtime.Tests.Reporting.Drawing;

public sealed class TextWidthTests
{
    [Fact]
    public void Fit_TextThatHasRoom_IsUnchanged()
    {
        Assert.Equal("Ankle boot", TextWidth.Fit("Ankle boot", 12, TextWidth.Of("Ankle boot", 12)));
    }

    [Theory]
    [InlineData("a class name that is too long to be true", 100)]
    [InlineData("数数数数数数数数数数数数数数", 60)]
    [InlineData("\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600", 50)]
    public void Fit_LongText_IsCutWithinItsRoomBetweenWholeCharacters(string text, double room)
    {
        string fitted = TextWidth.Fit(text, 12, room);

        Assert.EndsWith("…", fitted, StringComparison.Ordinal);
        Assert.StartsWith(fitted[..^1], text, StringComparison.Ordinal);
        Assert.InRange(TextWidth.Of(fitted, 12), 1, room);
        Assert.False(char.IsHighSurrogate(fitted[^2]));
    }

    [Fact]
    public void Fit_NoRoom_IsAnEllipsis()
    {
        Assert.Equal("…", TextWidth.Fit("Pullover", 12, 1));
    }
}
