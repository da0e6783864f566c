namespace LeNetGen.Execution;

/// <summary>
/// The names of calls. The first call of a method has the method's name; its later calls count on from 2, functions and operators from 1,
/// each kind by itself. A number whose name is a method's, or has been given already, is passed over.
/// </summary>
internal sealed class ForwardTraceNames
{
    private readonly HashSet<string> _methods;
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given;

    public ForwardTraceNames(IReadOnlyCollection<string> methods)
    {
        _methods = new HashSet<string>(methods, StringComparer.Ordinal);
        _given = new HashSet<string>(_methods, StringComparer.Ordinal);
    }

    /// <summary>The name of the next call of a method.</summary>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    public string OfMethod(string method)
    {
        if (!_methods.Contains(method))
            throw new ArgumentException($"'{method}' is none of the network's layers.", nameof(method));
        return _called.Add(method) ? method : Numbered(method, first: 2);
    }

    /// <summary>The name of the next call of a function or operator.</summary>
    public string OfFunction(string kind) => Numbered(kind, first: 1);

    private string Numbered(string stem, int first)
    {
        for (int number = first; ; number++)
        {
            string name = FormattableString.Invariant($"{stem}_{number}");
            if (_given.Add(name))
                return name;
        }
    }
}
