using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>What one batch gives.</summary>
/// <param name="Loss">The mean of the images' losses.</param>
/// <param name="ImageLosses">[images] each image's loss.</param>
/// <param name="Correct">Images whose largest logit is that of their label.</param>
/// <param name="Gradient">[parameters] the gradient of the mean loss, in the order of the network's flat parameters.</param>
public sealed record BatchResult<T>(double Loss, T[] ImageLosses, int Correct, T[] Gradient) where T : IFloatingPointIeee754<T>;
