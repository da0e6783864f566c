namespace LeNetGen.Runtime.Tests.Weights;

/// <summary>A stream that claims to be long, but has only its start; reading further is an error.</summary>
internal sealed class HollowStream(byte[] start, long length) : MemoryStream(start)
{
    public override long Length => length;

    public override int Read(Span<byte> buffer) => Position < base.Length
        ? base.Read(buffer)
        : throw new InvalidOperationException("More was read than the start.");
}
