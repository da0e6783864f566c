namespace LeNetGen;

/// <summary>What a convolution does at the border of its input.</summary>
public enum Padding
{
    /// <summary>The kernel stays inside the input: the output is smaller.</summary>
    Valid,

    /// <summary>
    /// The output has <c>ceil(input / stride)</c> rows and columns; where the padding is odd, the extra pixel lies below and to
    /// the right, as in Keras.
    /// </summary>
    Same,
}
