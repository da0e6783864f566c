using System.Buffers.Binary;
using System.Text;

namespace LeNetGen.Package.Tests.Tasks;

/// <summary>Makes safetensors files, sound and unsound.</summary>
internal static class WeightsBytes
{
    /// <summary>The header of a sound file with 24 bytes of data.</summary>
    public const string SoundHeader =
        """{"__metadata__":{"by":"hand"},"b":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""";

    public const int SoundLength = 24;

    /// <summary>A file whose floats are 1, 2, 3 and so on.</summary>
    public static byte[] File(string header, int dataLength) => File(Encoding.UTF8.GetBytes(header), dataLength);

    public static byte[] File(byte[] header, int dataLength)
    {
        byte[] data = new byte[dataLength];
        for (int i = 0; i + sizeof(float) <= dataLength; i += sizeof(float))
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(i), i / sizeof(float) + 1);
        return [.. Length((ulong)header.Length), .. header, .. data];
    }

    /// <summary>A file with one tensor, of which only the description is given.</summary>
    public static byte[] Tensor(string description, int dataLength = 4) => File($$"""{"a":{{description}}}""", dataLength);

    /// <summary>The sound file with another bit pattern in one of its elements.</summary>
    public static byte[] WithElement(int element, uint bits)
    {
        byte[] file = File(SoundHeader, SoundLength);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - SoundLength + sizeof(float) * element), bits);
        return file;
    }

    /// <summary>The eight bytes that announce a header.</summary>
    public static byte[] Length(ulong headerLength)
    {
        byte[] bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, headerLength);
        return bytes;
    }
}
