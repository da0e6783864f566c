namespace LeNetGen;

/// <summary>
/// What the elements of a weight or bias tensor are before training. Fan in is the number of inputs that reach one of the layer's outputs,
/// fan out the number of outputs that one of its inputs reaches; a bias has its layer's.
/// </summary>
/// <remarks>A normal distribution is Keras' truncated one: nothing lies beyond two standard deviations of it.</remarks>
public enum Initializer
{
    /// <summary>
    /// Uniform within <c>sqrt(6 / (fan in + fan out))</c> of zero: Glorot and Bengio, "Understanding the difficulty of training deep
    /// feedforward neural networks", AISTATS 2010. Keras' default for weights.
    /// </summary>
    GlorotUniform,

    /// <summary>Normal with the standard deviation <c>sqrt(2 / (fan in + fan out))</c>, by the same authors.</summary>
    GlorotNormal,

    /// <summary>
    /// Uniform within <c>sqrt(6 / fan in)</c> of zero: He, Zhang, Ren and Sun, "Delving deep into rectifiers", ICCV 2015; made for ReLU.
    /// </summary>
    HeUniform,

    /// <summary>Normal with the standard deviation <c>sqrt(2 / fan in)</c>, by the same authors.</summary>
    HeNormal,

    /// <summary>
    /// Uniform within <c>1 / sqrt(fan in)</c> of zero: what PyTorch's nn.Linear and nn.Conv2d do to weights and biases by default.
    /// </summary>
    PyTorchUniform,

    /// <summary>
    /// Uniform within <c>2.4 / fan in</c> of zero: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document
    /// recognition", Proceedings of the IEEE 86(11), 1998, appendix A. (Keras' lecun_uniform is another.)
    /// </summary>
    LeCun98Uniform,

    /// <summary>All zero. Keras' default for biases.</summary>
    Zeros,

    /// <summary>All the same number: the layer's KernelConstant or BiasConstant.</summary>
    Constant,
}
