namespace LeNetGen.Generator.Planning;

/// <summary>What a tap of a correlation adds to a sum.</summary>
internal enum CorrelationForm
{
    /// <summary>The product of a pixel and a weight.</summary>
    Product,

    /// <summary>The square of their difference: radial basis functions.</summary>
    SquaredDifference,

    /// <summary>The pixel times the difference of the target's own value and the weight; twice the sum is what counts.</summary>
    OwnDifference,
}
