using LeNetGen.Execution;

namespace LeNetGen.Tests.Execution;

public sealed class BlockLayoutTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 17, 1)]
    [InlineData(2, 7, 2)]
    [InlineData(3, 8, 2)]
    [InlineData(28, 28, 2)]
    [InlineData(2, 33, 2)]
    [InlineData(4, 20, 3)]
    [InlineData(2, 5, 7)]
    public void ToPhases_AnySize_PutsColumnsThatAreSoManyApartSideBySide(int rows, int columns, int phases)
    {
        int phaseLength = (columns + phases - 1) / phases + 2;
        float[] source = [.. Enumerable.Range(1, rows * columns).Select(number => (float)number)];
        float[] target = new float[rows * phases * phaseLength];
        float[] expected = new float[target.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                expected[(row * phases + column % phases) * phaseLength + column / phases] = source[row * columns + column];
        }

        BlockLayout.ToPhases(ref source[0], ref target[0], rows, columns, phases, phaseLength);
        Assert.Equal(expected, target);
    }
}
