namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>
/// The names of calls. The first call of a method has the method's name; its later calls count on from 2, functions and operators from 1,
/// each kind by itself. A number whose name is a method's, or has been given already, is passed over.
/// </summary>
/// <remarks>The runtime's ForwardTrace follows the same rule.</remarks>
internal sealed class CallNames(IEnumerable<string> methods)
{
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(methods, StringComparer.Ordinal);

    /// <summary>The name of the next call of a method.</summary>
    public string OfMethod(string method) => _called.Add(method) ? method : Numbered(method, first: 2);

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
