using System.Globalization;
using System.Text;

namespace LeNetGen.Build.Weights;

/// <summary>The header of a safetensors file: JSON that says of each tensor its type, shape and place.</summary>
internal static class SafetensorsHeader
{
    private const string MetadataKey = "__metadata__";

    /// <summary>The tensors, in the order of their bytes.</summary>
    /// <exception cref="BuildFileException">The header is not JSON, or does not say what it must.</exception>
    public static IReadOnlyList<TensorEntry> Parse(byte[] header, string path)
    {
        object? parsed;
        try
        {
            parsed = JsonText.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(header));
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new BuildFileException($"The header of '{path}' is not valid JSON.");
        }

        if (parsed is not JsonObject members)
            throw new BuildFileException($"The header of '{path}' is not a JSON object.");
        if (members.Repeated is { } repeated)
            throw new BuildFileException($"The header of '{path}' has {TensorEntry.Quoted(repeated)} twice.");
        return
        [
            .. members.Where(member => member.Key != MetadataKey)
                .Select(member => EntryOf(member.Key, member.Value, path))
                .OrderBy(entry => entry.Start).ThenBy(entry => entry.End),
        ];
    }

    /// <summary>Checks that the tensors fill the data without gap or overlap, each with as many bytes as its shape needs.</summary>
    /// <exception cref="BuildFileException">They do not.</exception>
    public static void CheckLayout(IReadOnlyList<TensorEntry> tensors, long dataLength, string path)
    {
        long covered = 0;
        string before = "";
        foreach (TensorEntry tensor in tensors)
        {
            if (tensor.Start > tensor.End)
                throw Wrong(tensor, path, $"starts at byte {tensor.Start} and ends before it, at {tensor.End}");
            if (tensor.End > dataLength)
                throw Wrong(tensor, path, $"ends at byte {tensor.End}, but only {dataLength} bytes follow the header");
            long needed = tensor.NeededBytes();
            if (tensor.End - tensor.Start != needed)
            {
                string bytes = needed == long.MaxValue ? "more than any file has" : needed.ToString(CultureInfo.InvariantCulture);
                throw Wrong(tensor, path, $"has {tensor.End - tensor.Start} bytes, but {tensor.Type} {tensor.ShapeText} needs {bytes}");
            }

            if (tensor.Start < covered)
                throw Wrong(tensor, path, $"starts at byte {tensor.Start}, inside {before}, which ends at {covered}");
            if (tensor.Start > covered)
                break;
            (covered, before) = (tensor.End, tensor.QuotedName);
        }

        if (covered != dataLength)
        {
            long next = tensors.Select(tensor => tensor.Start).Where(start => start > covered).DefaultIfEmpty(dataLength).Min();
            throw new BuildFileException($"Bytes {covered} to {next} of the data in '{path}' belong to no tensor.");
        }
    }

    private static TensorEntry EntryOf(string name, object? value, string path)
    {
        string subject = $"Tensor {TensorEntry.Quoted(name)} in '{path}'";
        if (value is not JsonObject members)
            throw new BuildFileException($"{subject} is described by something else than a JSON object.");
        if (members.Repeated is { } repeated)
            throw new BuildFileException($"{subject} has {TensorEntry.Quoted(repeated)} twice.");
        if (members["dtype"] is not string type)
            throw new BuildFileException($"{subject} has no 'dtype' that is a text.");
        if (type != TensorEntry.Float)
            throw new BuildFileException($"{subject} is of type {TensorEntry.Quoted(type)}, but weights must be F32.");
        long[] shape = Sizes(members["shape"], int.MaxValue)
            ?? throw new BuildFileException($"{subject} has no 'shape' that is a list of whole numbers from 0 to {int.MaxValue}.");
        long[] offsets = Sizes(members["data_offsets"], long.MaxValue)
            ?? throw new BuildFileException($"{subject} has no 'data_offsets' that are whole numbers from 0 on.");
        if (offsets.Length != 2)
            throw new BuildFileException($"{subject} has {offsets.Length} data_offsets instead of two.");
        return new TensorEntry(name, type, [.. shape.Select(size => (int)size)], offsets[0], offsets[1]);
    }

    private static long[]? Sizes(object? value, long most)
    {
        if (value is not List<object?> list)
            return null;
        var sizes = new List<long>();
        foreach (object? item in list)
        {
            if (item is not JsonNumber number
                || !long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
                || size > most)
                return null;
            sizes.Add(size);
        }

        return [.. sizes];
    }

    private static BuildFileException Wrong(TensorEntry tensor, string path, string what) =>
        new($"Tensor {tensor.QuotedName} in '{path}' {what}.");
}
