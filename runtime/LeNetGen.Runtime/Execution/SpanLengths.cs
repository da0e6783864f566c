using System.ComponentModel;

namespace LeNetGen.Execution;

/// <summary>What a network asks of the spans that it is given.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpanLengths
{
    /// <summary>Demands a length.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="what">What the span holds, such as <c>an image</c>.</param>
    /// <param name="length">Its length.</param>
    /// <param name="needed">The length that it must have.</param>
    /// <param name="argument">The name of the argument.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Require(string network, string what, int length, int needed, string argument)
    {
        if (length != needed)
            throw new ArgumentException($"For network '{network}' {what} has {needed} elements, not {length}.", argument);
    }
}
