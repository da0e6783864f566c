using System.Buffers.Binary;
using System.Text;

namespace LeNetGen.Runtime.Tests.Weights;

/// <summary>Makes safetensors files in memory, sound and unsound.</summary>
internal static class SafetensorsBytes
{
    public static byte[] File(string header, int dataLength) => File(Encoding.UTF8.GetBytes(header), dataLength);

    public static byte[] File(byte[] header, int dataLength) =>
        [.. Length((ulong)header.Length), .. header, .. Enumerable.Range(0, dataLength).Select(value => (byte)value)];

    public static byte[] Length(ulong headerLength)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, headerLength);
        return bytes;
    }
}
