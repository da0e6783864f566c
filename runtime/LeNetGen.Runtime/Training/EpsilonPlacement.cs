namespace LeNetGen.Training;

/// <summary>What Adam's epsilon is added to.</summary>
public enum EpsilonPlacement
{
    /// <summary>To the root of the mean square gradient before its bias is corrected, as Keras does ("epsilon hat" in the paper).</summary>
    Keras,

    /// <summary>To the root of the corrected mean square gradient, as PyTorch does.</summary>
    PyTorch,
}
