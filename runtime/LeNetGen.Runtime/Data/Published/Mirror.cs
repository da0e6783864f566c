namespace LeNetGen.Data.Published;

/// <summary>Downloads from one of a set's public mirrors.</summary>
/// <param name="network">What reaches it.</param>
/// <param name="address">Its address, up to the file's name.</param>
/// <param name="patience">How long it may be silent.</param>
internal sealed class Mirror(HttpClient network, string address, TimeSpan patience)
{
    // More than any of the files; a mirror that sends more sends something else.
    private const long MostBytes = 64 << 20;

    /// <summary>The address of a file.</summary>
    public string AddressOf(string fileName) => address + fileName;

    /// <summary>Downloads a file.</summary>
    /// <param name="fileName">Its name on the mirror.</param>
    /// <param name="path">Where to write it.</param>
    /// <exception cref="HttpRequestException">The mirror cannot be reached, does not have the file, or fell silent.</exception>
    /// <exception cref="IOException">The file cannot be written, or the connection broke.</exception>
    public void Download(string fileName, string path) =>
        // On a thread without a synchronization context, which a caller that waits would block.
        Task.Run(() => DownloadAsync(new Uri(AddressOf(fileName)), path)).GetAwaiter().GetResult();

    private async Task DownloadAsync(Uri uri, string path)
    {
        using CancellationTokenSource silence = new(patience);
        try
        {
            using HttpResponseMessage response = await network.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new HttpRequestException($"{uri} answered {(int)response.StatusCode}");
            using Stream body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            using FileStream file = File.Create(path);
            byte[] buffer = new byte[1 << 16];
            while (true)
            {
                silence.CancelAfter(patience);
                int read = await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
                if (read == 0)
                    return;
                if (file.Length + read > MostBytes)
                    throw new HttpRequestException($"{uri} sends more than {MostBytes} bytes");
                file.Write(buffer.AsSpan(0, read));
            }
        }
        catch (OperationCanceledException error)
        {
            throw new HttpRequestException($"{uri} was silent for too long", error);
        }
    }
}
