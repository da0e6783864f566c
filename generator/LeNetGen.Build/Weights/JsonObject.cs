using System.Collections;

namespace LeNetGen.Build.Weights;

/// <summary>The members of a JSON object, in their order.</summary>
internal sealed class JsonObject : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _members = [];
    private readonly Dictionary<string, object?> _byName = new(StringComparer.Ordinal);

    /// <summary>The first name that has come twice; null where none has.</summary>
    public string? Repeated { get; private set; }

    /// <summary>
    /// A member's value: null, a truth value, a text, a <see cref="JsonNumber"/>, a list or an object; null also where there is none.
    /// </summary>
    public object? this[string name] => _byName.TryGetValue(name, out object? value) ? value : null;

    public void Add(string name, object? value)
    {
        if (_byName.ContainsKey(name))
            Repeated ??= name;
        _byName[name] = value;
        _members.Add(new KeyValuePair<string, object?>(name, value));
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A number as it is written: what type it has is for the reader to say.</summary>
internal sealed record JsonNumber(string Text);
