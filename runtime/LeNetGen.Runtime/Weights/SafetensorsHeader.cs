using System.Buffers;
using System.Text.Json;

namespace LeNetGen.Weights;

/// <summary>The header of a safetensors file.</summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The member of the header that is no tensor.</summary>
    public const string MetadataKey = "__metadata__";

    private const int Alignment = 8;

    private SafetensorsHeader(IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata) =>
        (Entries, Metadata) = (entries, metadata);

    /// <summary>The tensors, in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>What the file says about itself.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads a header.</summary>
    /// <param name="json">The header's bytes.</param>
    /// <param name="path">The file's name for messages.</param>
    /// <exception cref="LeNetGenException">It is not JSON, or does not say what a header must.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, string path)
    {
        try
        {
            (List<SafetensorsEntry> entries, Dictionary<string, string> metadata) = new SafetensorsHeaderReader(json, path).Read();
            return new SafetensorsHeader([.. entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.End)], metadata);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no Unicode.
            throw new LeNetGenException($"The header of '{path}' is not valid JSON.", error);
        }
    }

    /// <summary>
    /// Writes a header for tensors that lie one after the other; padded with spaces, so that the data start at a multiple of 8.
    /// </summary>
    /// <exception cref="ArgumentException">Two tensors have the same name, or one has the name of the metadata.</exception>
    public static byte[] Write(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(MetadataKey);
                foreach ((string key, string value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    json.WriteString(key, value);
                json.WriteEndObject();
            }

            long start = 0;
            HashSet<string> names = new(StringComparer.Ordinal) { MetadataKey };
            foreach (SafetensorsTensor tensor in tensors)
            {
                if (!names.Add(tensor.Name))
                {
                    throw new ArgumentException(
                        $"Two tensors cannot have the name '{tensor.Name}', nor one that of the metadata.", nameof(tensors));
                }
                WriteTensor(json, tensor, start);
                start += tensor.Bytes.Length;
            }

            json.WriteEndObject();
        }

        int padded = (buffer.WrittenCount + Alignment - 1) / Alignment * Alignment;
        byte[] header = new byte[padded];
        buffer.WrittenSpan.CopyTo(header);
        header.AsSpan(buffer.WrittenCount).Fill((byte)' ');
        return header;
    }

    /// <summary>Checks that the tensors fill the data without gap or overlap, each with as many bytes as its type and shape need.</summary>
    /// <param name="dataLength">The bytes that follow the header.</param>
    /// <param name="path">The file's name for messages.</param>
    /// <exception cref="LeNetGenException">They do not.</exception>
    public void CheckLayout(long dataLength, string path)
    {
        long covered = 0;
        string before = "";
        foreach (SafetensorsEntry entry in Entries)
        {
            if (entry.Start > entry.End)
                throw Wrong(entry, path, $"starts at byte {entry.Start} and ends before it, at {entry.End}");
            if (entry.End > dataLength)
                throw Wrong(entry, path, $"ends at byte {entry.End}, but only {dataLength} bytes follow the header");
            if (entry.End - entry.Start != entry.NeededBytes())
            {
                string needed = entry.NeededBytes() == long.MaxValue ? "more than any file has" : $"{entry.NeededBytes()}";
                throw Wrong(
                    entry,
                    path,
                    $"has {entry.End - entry.Start} bytes, but {SafetensorsTensor.Describe(entry.Type, entry.Shape)} needs {needed}");
            }

            if (entry.Start < covered)
                throw Wrong(entry, path, $"starts at byte {entry.Start}, inside {before}, which ends at {covered}");
            if (entry.Start > covered)
                throw new LeNetGenException($"Bytes {covered} to {entry.Start} of the data in '{path}' belong to no tensor.");
            (covered, before) = (entry.End, Quoted(entry.Name));
        }

        if (covered != dataLength)
            throw new LeNetGenException($"Bytes {covered} to {dataLength} of the data in '{path}' belong to no tensor.");
    }

    /// <summary>A name from a file, fit for a message: of bearable length, without control characters.</summary>
    public static string Quoted(string name)
    {
        const int longest = 80;
        string shown = name.Length > longest ? name[..longest] + "…" : name;
        return "'" + string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character)) + "'";
    }

    private static LeNetGenException Wrong(SafetensorsEntry entry, string path, string what) =>
        new($"Tensor {Quoted(entry.Name)} in '{path}' {what}.");

    private static void WriteTensor(Utf8JsonWriter json, SafetensorsTensor tensor, long start)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (int size in tensor.Shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(start);
        json.WriteNumberValue(start + tensor.Bytes.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
