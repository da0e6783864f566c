using System.Collections.Immutable;

namespace LeNetGen.Execution;

/// <summary>A call that <c>Forward</c> made.</summary>
/// <param name="Layer">The layer, without the place of its parameters.</param>
/// <param name="Method">The layer's method; null for functions and operators.</param>
/// <param name="Inputs">The indices of the calls that it reads, <see cref="NetworkDefinition.InputIndex"/> for the network's input.</param>
internal sealed record ForwardTraceCall(LayerDefinition Layer, string? Method, ImmutableArray<int> Inputs);
