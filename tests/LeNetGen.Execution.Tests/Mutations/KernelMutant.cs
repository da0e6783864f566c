namespace LeNetGen.Execution.Tests.Mutations;

/// <summary>A kernel with one mistake.</summary>
/// <param name="Method">The method as it was emitted.</param>
/// <param name="Form">The kind of mistake.</param>
/// <param name="Lines">The method with the mistake.</param>
internal sealed record KernelMutant(EmittedMethod Method, MutationForm Form, IReadOnlyList<string> Lines)
{
    /// <summary>What was done where, for a failing test's message.</summary>
    public override string ToString()
    {
        int at = Enumerable.Range(0, Lines.Count).First(line => Lines[line] != Method.Lines[line]);
        return $"{Method.Name} {Form.Name} at line {at}:\n    {Method.Lines[at].Trim()}\n    {Lines[at].Trim()}";
    }
}
