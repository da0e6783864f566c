using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Execution;

/// <summary>A network that the interpreter executes.</summary>
internal sealed class InterpretedNetwork(NetworkDefinition definition, int seed = 0)
    : Network(definition, new ReferenceKernels(definition), seed);
