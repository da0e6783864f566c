namespace LeNetGen.Arithmetic;

/// <summary>What random numbers are for: streams of different purposes have nothing in common, whatever their seeds.</summary>
public enum RandomPurpose : uint
{
    /// <summary>Initial parameters; the stream is the parameter tensor's index in the network.</summary>
    Initialization = 1,

    /// <summary>The order of training images; the stream is the epoch.</summary>
    Shuffle = 2,

    /// <summary>The shape of a synthetic digit; the stream is the image.</summary>
    SyntheticDigit = 3,

    /// <summary>The noise of a synthetic digit's pixels; the stream is the image.</summary>
    SyntheticNoise = 4,

    /// <summary>Which elements dropout drops; the stream is the step.</summary>
    Dropout = 5,

    /// <summary>How training images are distorted; the stream is the epoch.</summary>
    Distortion = 6,

    /// <summary>Which training images the curvature is estimated on; the stream is the epoch.</summary>
    CurvatureSamples = 7,
}
