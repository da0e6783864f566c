namespace LeNetGen.Build.Weights;

/// <summary>A safetensors file of float tensors, of which nothing is believed that has not been checked.</summary>
internal sealed class WeightsFile
{
    private const int LengthBytes = 8;

    // The limit of the format's reference implementation.
    private const long LongestHeader = 100_000_000;

    // What a class can hold as literals is less by far: a build error is better than a compiler out of memory.
    private const long MostBytes = 256_000_000;

    private readonly byte[] _data;

    private WeightsFile(string name, IReadOnlyList<TensorEntry> tensors, byte[] data) => (Name, Tensors, _data) = (name, tensors, data);

    /// <summary>The file's name, without its folder.</summary>
    public string Name { get; }

    /// <summary>The tensors, in the order of their bytes.</summary>
    public IReadOnlyList<TensorEntry> Tensors { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="BuildFileException">It is not there, or it is not sound.</exception>
    public static WeightsFile Read(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(file, path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BuildFileException($"There is no weights file '{path}'.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BuildFileException($"The weights file '{path}' cannot be read: {error.Message.Split('\n')[0].Trim()}");
        }
    }

    /// <summary>The bit patterns of a tensor's elements.</summary>
    public IEnumerable<uint> BitsOf(TensorEntry tensor)
    {
        for (int place = (int)tensor.Start; place < tensor.End; place += sizeof(float))
            yield return BitsAt(place);
    }

    private uint BitsAt(int place) =>
        (uint)(_data[place] | _data[place + 1] << 8 | _data[place + 2] << 16 | _data[place + 3] << 24);

    private static WeightsFile Read(FileStream file, string path)
    {
        long length = file.Length;
        if (length < LengthBytes)
            throw new BuildFileException($"'{path}' is not a safetensors file: it has only {length} bytes.");
        byte[] lengthBytes = ReadExactly(file, LengthBytes, path);
        ulong headerLength = 0;
        for (int i = LengthBytes - 1; i >= 0; i--)
            headerLength = headerLength << 8 | lengthBytes[i];
        long rest = length - LengthBytes;
        if (headerLength > (ulong)rest)
        {
            throw new BuildFileException(
                $"'{path}' is truncated or no safetensors file: it announces a header of {headerLength} bytes, but only {rest} follow.");
        }

        if (headerLength > LongestHeader)
        {
            throw new BuildFileException(
                $"'{path}' announces a header of {headerLength} bytes, more than the {LongestHeader} that are allowed.");
        }

        long dataLength = rest - (long)headerLength;
        if (dataLength > MostBytes)
        {
            throw new BuildFileException(
                $"'{path}' has {dataLength} bytes of tensors, more than the {MostBytes} that can be compiled into a program.");
        }

        IReadOnlyList<TensorEntry> tensors = SafetensorsHeader.Parse(ReadExactly(file, (int)headerLength, path), path);
        SafetensorsHeader.CheckLayout(tensors, dataLength, path);
        var weights = new WeightsFile(Path.GetFileName(path), tensors, ReadExactly(file, (int)dataLength, path));
        weights.CheckFinite(path);
        return weights;
    }

    private static byte[] ReadExactly(FileStream file, int count, string path)
    {
        byte[] bytes = new byte[count];
        for (int read = 0; read < count;)
        {
            int more = file.Read(bytes, read, count - read);
            if (more == 0)
                throw new BuildFileException($"'{path}' became shorter while it was read.");
            read += more;
        }

        return bytes;
    }

    /// <summary>A parameter that is not finite makes every answer worthless; it is what a training that diverged leaves.</summary>
    private void CheckFinite(string path)
    {
        const uint exponent = 0x7F800000, fraction = 0x007FFFFF;
        foreach (TensorEntry tensor in Tensors)
        {
            int index = 0;
            foreach (uint bits in BitsOf(tensor))
            {
                if ((bits & exponent) == exponent)
                {
                    string value = (bits & fraction) != 0 ? "not a number" : "infinite";
                    throw new BuildFileException($"Tensor {tensor.QuotedName} in '{path}' is {value} at element {index}.");
                }

                index++;
            }
        }
    }
}
