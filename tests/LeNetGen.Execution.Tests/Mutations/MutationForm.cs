namespace LeNetGen.Execution.Tests.Mutations;

/// <summary>A way to write a kernel wrongly, such as leaving out a kernel tap.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Apply">From a method's lines to every variant with this one mistake.</param>
internal sealed record MutationForm(string Name, Func<IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>> Apply);
