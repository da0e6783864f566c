namespace LeNetGen.Data.Idx;

/// <summary>
/// The compressed data of a gzip file, as a stream that knows how much of it was taken. Its last bytes are handed out one by one, so
/// that an inflater, which takes bytes in advance, takes none past the end of valid data.
/// </summary>
internal sealed class CompressedPart(Stream file, long length) : Stream
{
    private const int SingleBytes = 32;
    private long _remaining = length;

    /// <summary>The bytes that were not taken.</summary>
    public long Remaining => _remaining;

    /// <summary>Whether more bytes were wanted than there are.</summary>
    public bool IsExhausted { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_remaining == 0)
        {
            IsExhausted = true;
            return 0;
        }

        long wanted = _remaining > SingleBytes ? Math.Min(buffer.Length, _remaining - SingleBytes) : Math.Min(buffer.Length, 1);
        int read = file.Read(buffer[..(int)wanted]);
        _remaining -= read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
