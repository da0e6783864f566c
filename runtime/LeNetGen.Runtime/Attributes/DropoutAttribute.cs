using System.Globalization;

namespace LeNetGen;

/// <summary>
/// While the network trains, elements are dropped at random: set to zero, each with the same probability, anew for every image and step;
/// the others are multiplied by <c>1 / (1 - rate)</c>, which keeps their expectation. Predictions and evaluations know nothing of it.
/// </summary>
/// <remarks>
/// Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to prevent neural networks from overfitting",
/// JMLR 15, 2014; scaled in training, as Keras and PyTorch do.
/// </remarks>
/// <param name="rate">The probability that an element is dropped, from 0 to below 1.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The probability that an element is dropped.</summary>
    public double Rate { get; } = rate;

    /// <inheritdoc/>
    internal override LayerDefinition Define(string name, Shape input, NetworkAttribute network) => Rate is >= 0 and < 1
        ? new DropoutDefinition(name, input, input, Rate)
        : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"Layer '{name}': the rate {Rate} is not from 0 to below 1."));
}
