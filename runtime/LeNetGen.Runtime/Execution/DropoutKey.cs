namespace LeNetGen.Execution;

/// <summary>What decides, together with its position, whether dropout drops an element: docs/arithmetic.md, section 9.</summary>
/// <param name="Seed">The training's seed.</param>
/// <param name="Step">The step, counted from 1 over the whole training.</param>
/// <param name="FirstImage">The position in the batch of the first image that is computed; the others follow it.</param>
public readonly record struct DropoutKey(int Seed, int Step, int FirstImage = 0);
