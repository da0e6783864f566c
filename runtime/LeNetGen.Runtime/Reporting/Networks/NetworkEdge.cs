namespace LeNetGen.Reporting.Networks;

/// <summary>An arrow from a layer to one that reads it.</summary>
/// <param name="From">The layer's index; <see cref="NetworkDefinition.InputIndex"/> for the network's input.</param>
/// <param name="To">The index of the layer that reads it.</param>
/// <param name="Lane">The lane in which the arrow goes down.</param>
internal readonly record struct NetworkEdge(int From, int To, int Lane);
