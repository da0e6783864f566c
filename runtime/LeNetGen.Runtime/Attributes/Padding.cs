namespace LeNetGen;

/// <summary>How much padding a convolution or pooling layer has.</summary>
public enum Padding
{
    /// <summary>
    /// That which is written in pixels, none unless it is written: the window stays inside input and padding, and the output is as large
    /// as that leaves it.
    /// </summary>
    Valid,

    /// <summary>
    /// As much as gives the output <c>ceil(input / stride)</c> rows and columns; where that is odd, the extra pixel lies below and to
    /// the right, as in Keras.
    /// </summary>
    Same,
}
