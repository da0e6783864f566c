namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>A layer that was drawn.</summary>
/// <param name="Arguments">The arguments of its attribute.</param>
/// <param name="Output">The shape that it must have.</param>
/// <param name="MultiplyAdds">What it costs the interpreter for one image.</param>
/// <param name="Parameters">Its number of parameters.</param>
internal sealed record DrawnLayer(LayerArguments Arguments, Shape Output, long MultiplyAdds = 0, long Parameters = 0);
