namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>How padding is declared.</summary>
internal enum PaddingForm
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>As much as Keras' rule says.</summary>
    Same,

    /// <summary>So many pixels on each side.</summary>
    Pixels,
}
