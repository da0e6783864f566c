namespace LeNetGen.Data;

/// <summary>The checksum of gzip files (RFC 1952, section 8) and of PNG chunks (ISO/IEC 15948, 5.5): CRC-32 with the reversed polynomial EDB88320.</summary>
internal static class Crc32
{
    // Eight bytes a step: row k holds the checksums of a byte followed by k zero bytes.
    private const int Slices = 8;
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of bytes so far, 0 at the start, continued over <paramref name="bytes"/>.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint state = ~checksum;
        uint[] table = Table;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            state ^= bytes[0] | (uint)bytes[1] << 8 | (uint)bytes[2] << 16 | (uint)bytes[3] << 24;
            state = table[7 * 256 + (byte)state] ^ table[6 * 256 + (byte)(state >> 8)]
                ^ table[5 * 256 + (byte)(state >> 16)] ^ table[4 * 256 + (int)(state >> 24)]
                ^ table[3 * 256 + bytes[4]] ^ table[2 * 256 + bytes[5]] ^ table[256 + bytes[6]] ^ table[bytes[7]];
        }

        foreach (byte value in bytes)
            state = state >> 8 ^ table[(byte)state ^ value];
        return ~state;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[Slices * 256];
        for (uint value = 0; value < 256; value++)
        {
            uint state = value;
            for (int bit = 0; bit < 8; bit++)
                state = (state & 1) != 0 ? state >> 1 ^ 0xEDB88320U : state >> 1;
            table[value] = state;
        }

        for (int slice = 1; slice < Slices; slice++)
        {
            for (int value = 0; value < 256; value++)
            {
                uint before = table[(slice - 1) * 256 + value];
                table[slice * 256 + value] = before >> 8 ^ table[(byte)before];
            }
        }

        return table;
    }
}
