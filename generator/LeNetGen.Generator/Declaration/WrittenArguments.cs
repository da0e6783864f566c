namespace LeNetGen.Generator.Declaration;

/// <summary>The constants that a layer is given, by the name of the parameter or property.</summary>
internal class WrittenArguments
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>How many arguments are written.</summary>
    protected int Count => _values.Count;

    public void Add(string name, object? value) => _values[name] = value;

    public int Integer(string name, int otherwise = 0) => OptionalInteger(name) ?? otherwise;

    /// <summary>The first of some arguments that is written; the last one, with a value of its own, where none is.</summary>
    public DeclaredNumber FirstWritten(int otherwise, params string[] names)
    {
        string name = names.FirstOrDefault(_values.ContainsKey) ?? names[names.Length - 1];
        return new DeclaredNumber(name, Integer(name, otherwise));
    }

    /// <summary>Those of some arguments that are written.</summary>
    public EquatableArray<DeclaredNumber> Written(params string[] names) =>
        names.Where(_values.ContainsKey).Select(name => new DeclaredNumber(name, Integer(name))).ToEquatableArray();

    public int? OptionalInteger(string name) => _values.TryGetValue(name, out object? value) ? value as int? : null;

    public float Single(string name, float otherwise) => OptionalSingle(name) ?? otherwise;

    public float? OptionalSingle(string name) => _values.TryGetValue(name, out object? value) ? value as float? : null;

    public double Double(string name) => _values.TryGetValue(name, out object? value) && value is double number ? number : 0;

    public string? Text(string name) => _values.TryGetValue(name, out object? value) ? value as string : null;

    /// <summary>The strings of an array; null where it is not written.</summary>
    public IReadOnlyList<string?>? Texts(string name) =>
        _values.TryGetValue(name, out object? value) ? value as IReadOnlyList<string?> : null;

    public Unroll Unroll() => (Unroll)Integer("Unroll", (int)Declaration.Unroll.Auto);

    public Activation Activation() => (Activation)Integer("Activation", (int)Declaration.Activation.None);
}
