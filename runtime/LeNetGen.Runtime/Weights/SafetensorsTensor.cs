using System.Buffers.Binary;
using System.Collections.Immutable;

namespace LeNetGen.Weights;

/// <summary>A tensor as a safetensors file holds it: a name, a type, a shape, and bytes.</summary>
public sealed class SafetensorsTensor
{
    internal SafetensorsTensor(string name, SafetensorsType type, ImmutableArray<int> shape, ReadOnlyMemory<byte> bytes) =>
        (Name, Type, Shape, Bytes) = (name, type, shape, bytes);

    /// <summary>The tensor's name.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public SafetensorsType Type { get; }

    /// <summary>The dimensions; none for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The elements, row-major, each with its lowest byte first.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The number of elements.</summary>
    public int Length => Bytes.Length / Type.ElementSize();

    /// <summary>A tensor of type <see cref="SafetensorsType.F32"/>.</summary>
    /// <exception cref="ArgumentException">The shape does not have as many elements.</exception>
    public static SafetensorsTensor FromSingles(string name, ImmutableArray<int> shape, ReadOnlySpan<float> values) =>
        From(name, SafetensorsType.F32, shape, values, BinaryPrimitives.WriteSingleLittleEndian);

    /// <summary>A tensor of type <see cref="SafetensorsType.F64"/>.</summary>
    /// <exception cref="ArgumentException">The shape does not have as many elements.</exception>
    public static SafetensorsTensor FromDoubles(string name, ImmutableArray<int> shape, ReadOnlySpan<double> values) =>
        From(name, SafetensorsType.F64, shape, values, BinaryPrimitives.WriteDoubleLittleEndian);

    /// <summary>A tensor of type <see cref="SafetensorsType.I64"/>.</summary>
    /// <exception cref="ArgumentException">The shape does not have as many elements.</exception>
    public static SafetensorsTensor FromInt64s(string name, ImmutableArray<int> shape, ReadOnlySpan<long> values) =>
        From(name, SafetensorsType.I64, shape, values, BinaryPrimitives.WriteInt64LittleEndian);

    /// <summary>The elements of a tensor of type <see cref="SafetensorsType.F32"/>.</summary>
    /// <exception cref="LeNetGenException">The type is another.</exception>
    public float[] ToSingles() => To(SafetensorsType.F32, BinaryPrimitives.ReadSingleLittleEndian);

    /// <summary>The elements of a tensor of type <see cref="SafetensorsType.F64"/>.</summary>
    /// <exception cref="LeNetGenException">The type is another.</exception>
    public double[] ToDoubles() => To(SafetensorsType.F64, BinaryPrimitives.ReadDoubleLittleEndian);

    /// <summary>The elements of a tensor of type <see cref="SafetensorsType.I64"/>.</summary>
    /// <exception cref="LeNetGenException">The type is another.</exception>
    public long[] ToInt64s() => To(SafetensorsType.I64, BinaryPrimitives.ReadInt64LittleEndian);

    /// <summary>Such as <c>F32 [6, 1, 5, 5]</c>.</summary>
    public override string ToString() => Describe(Type, Shape);

    internal static string Describe(SafetensorsType type, ImmutableArray<int> shape) => $"{type} [{string.Join(", ", shape)}]";

    private delegate T Reader<T>(ReadOnlySpan<byte> bytes);

    private delegate void Writer<T>(Span<byte> bytes, T value);

    private static SafetensorsTensor From<T>(
        string name, SafetensorsType type, ImmutableArray<int> shape, ReadOnlySpan<T> values, Writer<T> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        long length = shape.Aggregate(1L, (product, size) => checked(product * size));
        if (length != values.Length || shape.Any(size => size < 0))
        {
            throw new ArgumentException(
                $"Tensor '{name}' has {values.Length} values, but its shape is {Describe(type, shape)}.", nameof(shape));
        }
        int size = type.ElementSize();
        byte[] bytes = new byte[values.Length * size];
        for (int index = 0; index < values.Length; index++)
            write(bytes.AsSpan(index * size), values[index]);
        return new SafetensorsTensor(name, type, shape, bytes);
    }

    private T[] To<T>(SafetensorsType type, Reader<T> read)
    {
        if (Type != type)
            throw new LeNetGenException($"Tensor '{Name}' is {this}, but {type} is needed.");
        int size = type.ElementSize();
        T[] values = new T[Length];
        for (int index = 0; index < values.Length; index++)
            values[index] = read(Bytes.Span[(index * size)..]);
        return values;
    }
}
