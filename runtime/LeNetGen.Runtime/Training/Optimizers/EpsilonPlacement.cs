namespace LeNetGen.Training;

/// <summary>What an optimizer's epsilon, which keeps it from dividing by 0, is added to.</summary>
public enum EpsilonPlacement
{
    /// <summary>
    /// Where Keras adds it. Adam: to the root of the mean square gradient before its bias is corrected ("epsilon hat" in the paper).
    /// RMSprop: to the mean square gradient itself, inside the root, so that it weighs as its own root does outside.
    /// </summary>
    Keras,

    /// <summary>
    /// Where PyTorch adds it. Adam: to the root of the corrected mean square gradient. RMSprop: to the root of the mean square gradient.
    /// </summary>
    PyTorch,
}
