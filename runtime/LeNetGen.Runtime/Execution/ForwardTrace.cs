namespace LeNetGen.Execution;

/// <summary>What a run of a network's Forward has called, in order.</summary>
public sealed class ForwardTrace
{
    private readonly List<(string Name, object? Detail, Node[] Inputs)> _calls = [];

    private ForwardTrace()
    {
    }

    /// <summary>Runs a network's Forward and writes down what it calls; generated code does.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="network">Its [Network].</param>
    /// <param name="input">Its input.</param>
    /// <param name="methods">The names of all methods that declare layers.</param>
    /// <param name="forward">Its Forward.</param>
    public static NetworkDefinition Of(
        string name, NetworkAttribute network, InputDefinition input, IReadOnlyCollection<string> methods, Func<Node, Node> forward)
    {
        ArgumentNullException.ThrowIfNull(forward);
        var trace = new ForwardTrace();
        _ = forward(new Node(trace, NetworkDefinition.InputIndex));
        throw new NotSupportedException($"{name}: {trace._calls.Count} calls are recorded, but nothing defines layers from them yet.");
    }

    internal Node Record(string name, object? detail, params Node[] inputs)
    {
        _calls.Add((name, detail, inputs));
        return new Node(this, _calls.Count - 1);
    }
}
