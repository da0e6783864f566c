using System.Collections.Immutable;
using System.Text.Json;

namespace LeNetGen.Weights;

/// <summary>Reads the JSON of a safetensors header, once from start to end.</summary>
internal ref struct SafetensorsHeaderReader
{
    private readonly string _path;
    private Utf8JsonReader _json;

    /// <summary>A reader of a header.</summary>
    /// <param name="json">The header's bytes.</param>
    /// <param name="path">The file's name for messages.</param>
    public SafetensorsHeaderReader(ReadOnlySpan<byte> json, string path)
    {
        _path = path;
        _json = new Utf8JsonReader(json);
    }

    /// <summary>The tensors, as the header lists them, and the metadata.</summary>
    /// <exception cref="JsonException">The header is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A string in it is not Unicode.</exception>
    /// <exception cref="LeNetGenException">It does not say what a header must.</exception>
    public (List<SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Read()
    {
        List<SafetensorsEntry> entries = [];
        Dictionary<string, string>? metadata = null;
        HashSet<string> names = new(StringComparer.Ordinal);
        _json.Read();
        Expect(JsonTokenType.StartObject, "The header", "an object");
        while (NextMember() is { } name)
        {
            if (!names.Add(name))
                throw new LeNetGenException($"The header of '{_path}' has {SafetensorsHeader.Quoted(name)} twice.");
            if (name == SafetensorsHeader.MetadataKey)
                metadata = ReadMetadata();
            else
                entries.Add(ReadEntry(name));
        }

        // Past the end only white space is JSON; the reader throws at anything else.
        _json.Read();
        return (entries, metadata ?? []);
    }

    private Dictionary<string, string> ReadMetadata()
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        Expect(JsonTokenType.StartObject, SafetensorsHeader.MetadataKey, "an object");
        while (NextMember() is { } key)
        {
            Expect(JsonTokenType.String, $"{SafetensorsHeader.MetadataKey} {SafetensorsHeader.Quoted(key)}", "a text");
            if (!metadata.TryAdd(key, _json.GetString()!))
            {
                throw new LeNetGenException(
                    $"The header of '{_path}' has {SafetensorsHeader.Quoted(key)} twice in {SafetensorsHeader.MetadataKey}.");
            }
        }

        return metadata;
    }

    private SafetensorsEntry ReadEntry(string name)
    {
        string subject = "Tensor " + SafetensorsHeader.Quoted(name);
        SafetensorsType? type = null;
        ImmutableArray<long>? shape = null, offsets = null;
        Expect(JsonTokenType.StartObject, subject, "an object");
        while (NextMember() is { } member)
        {
            bool isRepeated = member switch
            {
                "dtype" => type is not null,
                "shape" => shape is not null,
                "data_offsets" => offsets is not null,
                _ => false,
            };
            if (isRepeated)
                throw Wrong(subject, $"has '{member}' twice");
            if (member == "dtype")
                type = ReadType(subject);
            else if (member == "shape")
                shape = ReadSizes(subject, "a shape", int.MaxValue);
            else if (member == "data_offsets")
                offsets = ReadSizes(subject, "data_offsets", long.MaxValue);
            else
                _json.Skip();
        }

        if (type is null || shape is null || offsets is null)
            throw Wrong(subject, $"has no '{(type is null ? "dtype" : shape is null ? "shape" : "data_offsets")}'");
        if (offsets.Value is not [long start, long end])
            throw Wrong(subject, $"has {offsets.Value.Length} data_offsets instead of two");
        return new SafetensorsEntry(name, type.Value, [.. shape.Value.Select(size => (int)size)], start, end);
    }

    private SafetensorsType ReadType(string subject)
    {
        Expect(JsonTokenType.String, subject, "a dtype that is a text");
        string name = _json.GetString()!;
        foreach (SafetensorsType type in Enum.GetValues<SafetensorsType>())
        {
            if (type.ToString() == name)
                return type;
        }

        throw Wrong(subject, $"has the unknown dtype {SafetensorsHeader.Quoted(name)}");
    }

    private ImmutableArray<long> ReadSizes(string subject, string what, long most)
    {
        Expect(JsonTokenType.StartArray, subject, $"{what} that is a list");
        ImmutableArray<long>.Builder sizes = ImmutableArray.CreateBuilder<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out long size) || size < 0 || size > most)
                throw Wrong(subject, $"has {what} with something else than whole numbers from 0 to {most}");
            sizes.Add(size);
        }

        return sizes.ToImmutable();
    }

    // The next member's name, with its value the current token; null at the end of the object.
    private string? NextMember()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
            return null;
        string name = _json.GetString()!;
        _json.Read();
        return name;
    }

    private readonly void Expect(JsonTokenType type, string subject, string what)
    {
        if (_json.TokenType != type)
            throw Wrong(subject, $"needs {what}");
    }

    private readonly LeNetGenException Wrong(string subject, string what) => new($"{subject} in '{_path}' {what}.");
}
