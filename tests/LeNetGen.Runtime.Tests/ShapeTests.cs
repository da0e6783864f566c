namespace LeNetGen.Runtime.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void ToString_MapAndVector_ReadAsInTheField()
    {
        Assert.Equal("6@28x28", new Shape(6, 28, 28).ToString());
        Assert.Equal("120", new Shape(120).ToString());
    }
}
