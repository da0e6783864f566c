using LeNetGen.Arithmetic;

namespace LeNetGen.Runtime.Tests.Data;

/// <summary>Damages a file at random: bytes changed, removed, inserted or repeated, the end cut off.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] original, int seed)
    {
        var random = new RandomSequence(new RandomStream(seed, 0, RandomPurpose.Shuffle));
        List<byte> bytes = [.. original];
        for (int change = random.Below(4); change >= 0 && bytes.Count > 0; change--)
        {
            // Half of the changes near the start, where the headers are.
            int place = random.Below(random.Below(2) == 0 ? bytes.Count : Math.Min(bytes.Count, 24));
            switch (random.Below(6))
            {
                case 0: bytes[place] ^= (byte)(1 << random.Below(8)); break;
                case 1: bytes[place] = (byte)random.Below(256); break;
                case 2: bytes.RemoveAt(place); break;
                case 3: bytes.Insert(place, (byte)random.Below(256)); break;
                case 4: bytes.RemoveRange(place, bytes.Count - place); break;
                default: bytes.InsertRange(place, bytes[place..Math.Min(bytes.Count, place + 1 + random.Below(8))]); break;
            }
        }

        return [.. bytes];
    }
}
