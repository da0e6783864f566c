using System.Security.Cryptography;
using LeNetGen.Data;
using LeNetGen.Data.Idx;
using LeNetGen.Data.Published;
using LeNetGen.Runtime.Tests.Data.Idx;

namespace LeNetGen.Runtime.Tests.Data.Published;

public sealed class PublishedSetLoaderTests : IDisposable
{
    private const string FirstMirror = "http://first.invalid/", SecondMirror = "http://second.invalid/";
    private static readonly byte[] TrainingImages = IdxBytes.Images(4, 2, 2), TrainingLabels = IdxBytes.Labels(0, 1, 1, 0);
    private static readonly byte[] TestImages = IdxBytes.Images(2, 2, 2), TestLabels = IdxBytes.Labels(1, 0);

    private static readonly PublishedSet Set = new(
        "Toys", "toys", ["car", "ball"], [FirstMirror, SecondMirror],
        new("train-images", IdxKind.Images, Digest(TrainingImages)), new("train-labels", IdxKind.Labels, Digest(TrainingLabels)),
        new("t10k-images", IdxKind.Images, Digest(TestImages)), new("t10k-labels", IdxKind.Labels, Digest(TestLabels)));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new(), _cache = new();

    [Theory]
    [InlineData("", "-", "")]
    [InlineData("", "-", ".gz")]
    [InlineData("", ".", "")]
    [InlineData("toys/", ".", ".gz")]
    [InlineData("toys/", "-", "")]
    public void Load_GivenFolder_TakesAnyUsualName(string subFolder, string separator, string ending)
    {
        WriteAll(subFolder, separator, ending);
        DataSplit split = PublishedSetLoader.Load(Set, _folder.Path, Nowhere(), null);
        AssertIsToys(split, Path.Combine(_folder.Path, subFolder.TrimEnd('/')));
    }

    [Fact]
    public void Load_GivenFolderWithoutTheFiles_IsAnErrorAndNeverADownload()
    {
        FakeMirrors mirrors = Mirrors(FirstMirror);
        WriteTo(_cache, "toys/", "-", ".gz");
        string message = Assert.Throws<LeNetGenException>(
            () => PublishedSetLoader.TryLoad(Set, _folder.Path, Locations(null, mirrors), null, out _, out _)).Message;
        Assert.Equal(
            $"The folder '{_folder.Path}' does not have Toys: neither it nor its sub-folder 'toys' has the files "
            + "t10k-labels-idx1-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, train-images-idx3-ubyte.gz.",
            message);
        Assert.Empty(mirrors.Requests);
    }

    [Fact]
    public void Load_GivenFolderThatDoesNotExist_SaysSo() => Assert.Equal(
        "There is no folder 'no/such/folder'.",
        Assert.Throws<LeNetGenException>(() => PublishedSetLoader.Load(Set, "no/such/folder", Nowhere(), null)).Message);

    [Fact]
    public void Load_SomeFilesMissing_NamesTheFirst()
    {
        WriteAll("", "-", ".gz");
        File.Delete(Path.Combine(_folder.Path, "t10k-images-idx3-ubyte.gz"));
        Assert.Equal(
            $"The folder '{_folder.Path}' has only some files of Toys: 't10k-images-idx3-ubyte.gz' is missing.",
            Assert.Throws<LeNetGenException>(() => PublishedSetLoader.Load(Set, _folder.Path, Nowhere(), null)).Message);
    }

    [Fact]
    public void Load_FileDamaged_NamesIt()
    {
        WriteAll("", "-", "");
        string path = _folder.Write("train-images-idx3-ubyte", TrainingImages[..^1]);
        Assert.StartsWith(
            $"'{path}' is truncated: ",
            Assert.Throws<LeNetGenException>(() => PublishedSetLoader.Load(Set, _folder.Path, Nowhere(), null)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ImagesOfTwoSizes_NamesBoth()
    {
        WriteAll("", "-", "");
        _folder.Write("t10k-images-idx3-ubyte", IdxBytes.Images(2, 3, 3));
        Assert.Equal(
            $"The training images in '{_folder.Path}' are 1@2x2, but the test images are 1@3x3.",
            Assert.Throws<LeNetGenException>(() => PublishedSetLoader.Load(Set, _folder.Path, Nowhere(), null)).Message);
    }

    [Fact]
    public void Load_FolderOfTheVariable_ComesBeforeTheCache()
    {
        WriteAll("toys/", "-", ".gz");
        WriteTo(_cache, "toys/", "-", ".gz");
        AssertIsToys(PublishedSetLoader.Load(Set, null, Nowhere(_folder.Path), null), Path.Combine(_folder.Path, "toys"));
    }

    [Fact]
    public void Load_FolderOfTheVariableThatDoesNotExist_SaysSo() => Assert.Equal(
        "LENETGEN_DATA names the folder 'no/such/folder', which does not exist.",
        Assert.Throws<LeNetGenException>(() => PublishedSetLoader.Load(Set, null, Nowhere("no/such/folder"), null)).Message);

    [Fact]
    public void Load_FolderOfTheVariableWithoutTheSet_GoesOnToTheCache()
    {
        WriteTo(_cache, "toys/", "-", ".gz");
        AssertIsToys(PublishedSetLoader.Load(Set, null, Nowhere(_folder.Path), null), Path.Combine(_cache.Path, "toys"));
    }

    [Fact]
    public void Load_Nothing_DownloadsOnceIntoTheCache()
    {
        FakeMirrors mirrors = Mirrors(FirstMirror);
        List<string> notices = [];
        AssertIsToys(PublishedSetLoader.Load(Set, null, Locations(null, mirrors), new Notices(notices)), Path.Combine(_cache.Path, "toys"));
        Assert.Equal(4, mirrors.Requests.Count);
        Assert.Equal("Downloading Toys: http://first.invalid/t10k-labels-idx1-ubyte.gz", notices[0]);
        Assert.Equal(Set.Files.Select(file => file.DownloadName).Order(), FilesInCache());

        AssertIsToys(PublishedSetLoader.Load(Set, null, Nowhere(), null), Path.Combine(_cache.Path, "toys"));
    }

    [Fact]
    public void Load_FirstMirrorDoesNotHaveIt_AsksTheSecond()
    {
        FakeMirrors mirrors = Mirrors(SecondMirror);
        AssertIsToys(PublishedSetLoader.Load(Set, null, Locations(null, mirrors), null), Path.Combine(_cache.Path, "toys"));
        Assert.Equal(FirstMirror + "t10k-labels-idx1-ubyte.gz", mirrors.Requests[0]);
        Assert.Equal(5, mirrors.Requests.Count);
    }

    [Fact]
    public void Load_MirrorSendsSomethingElse_RefusesItAndLeavesNothingBehind()
    {
        FakeMirrors mirrors = Mirrors(FirstMirror);
        mirrors.Contents[FirstMirror + "t10k-images-idx3-ubyte.gz"] = IdxBytes.Gzip([.. TestImages[..^1], 0xee]);
        string message = Assert.Throws<LeNetGenException>(() => PublishedSetLoader.Load(Set, null, Locations(null, mirrors), null)).Message;
        Assert.Contains("'http://first.invalid/t10k-images-idx3-ubyte.gz' is not the published file: its SHA-256 digest is ", message, StringComparison.Ordinal);
        Assert.Equal(["t10k-labels-idx1-ubyte.gz", "train-labels-idx1-ubyte.gz"], FilesInCache());
    }

    [Fact]
    public void TryLoad_MirrorThatNeverEnds_IsCutOff()
    {
        DataLocations locations = new(null, _cache.Path, () => new StrangeMirror(new EndlessStream()), Patience);
        Assert.False(PublishedSetLoader.TryLoad(Set, null, locations, null, out _, out string? reason));
        Assert.Contains("failed (http://first.invalid/t10k-labels-idx1-ubyte.gz sends more than 67108864 bytes)", reason, StringComparison.Ordinal);
        Assert.Empty(FilesInCache());
    }

    [Fact]
    public void TryLoad_MirrorThatFallsSilent_IsGivenUp()
    {
        DataLocations locations = new(null, _cache.Path, () => new StrangeMirror(new SilentStream()), TimeSpan.FromMilliseconds(50));
        Assert.False(PublishedSetLoader.TryLoad(Set, null, locations, null, out _, out string? reason));
        Assert.Contains("failed (http://first.invalid/t10k-labels-idx1-ubyte.gz was silent for too long)", reason, StringComparison.Ordinal);
        Assert.Empty(FilesInCache());
    }

    [Fact]
    public void Load_CachedFileDamaged_IsDownloadedAgain()
    {
        WriteTo(_cache, "toys/", "-", ".gz");
        _cache.Write("toys/train-images-idx3-ubyte.gz", [1, 2, 3]);
        FakeMirrors mirrors = Mirrors(FirstMirror);
        AssertIsToys(PublishedSetLoader.Load(Set, null, Locations(null, mirrors), null), Path.Combine(_cache.Path, "toys"));
        Assert.Equal([FirstMirror + "train-images-idx3-ubyte.gz"], mirrors.Requests);
    }

    [Fact]
    public void TryLoad_NoDataAndNoNetwork_TellsWhatWasTriedAndWhatToDo()
    {
        Assert.False(PublishedSetLoader.TryLoad(Set, null, Nowhere(), null, out DataSplit? split, out string? reason));
        Assert.Null(split);
        Assert.Equal(
            $"Toys was not found: LENETGEN_DATA is not set, and downloading it into '{Path.Combine(_cache.Path, "toys")}' from http://first.invalid/ failed "
            + "(No such host is known) and from http://second.invalid/ failed (No such host is known); to have it, put the files "
            + "t10k-labels-idx1-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, train-images-idx3-ubyte.gz "
            + "into a folder and set LENETGEN_DATA to that folder.",
            reason);
    }

    [Fact]
    public void TryLoad_NoCacheFolder_SaysSo()
    {
        DataLocations locations = new(_folder.Path, null, () => new FakeMirrors(isReachable: false), Patience);
        Assert.False(PublishedSetLoader.TryLoad(Set, null, locations, null, out _, out string? reason));
        Assert.StartsWith(
            $"Toys was not found: the folder '{_folder.Path}', which LENETGEN_DATA names, does not have it, and there is no folder for a cache of downloads; ",
            reason, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _cache.Dispose();
    }

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static void AssertIsToys(DataSplit split, string origin)
    {
        Assert.Equal(Path.TrimEndingDirectorySeparator(origin), Path.TrimEndingDirectorySeparator(split.Origin!));
        Assert.Equal((4, 2), (split.Training.Count, split.Test.Count));
        Assert.Equal(TrainingImages[^4..], split.Training.RawImage(3).ToArray());
        Assert.Equal((1, 0), (split.Test.Label(0), split.Test.Label(1)));
        Assert.Equal("Toys", split.Test.Name);
    }

    private static FakeMirrors Mirrors(string address)
    {
        FakeMirrors mirrors = new();
        foreach ((PublishedFile file, byte[] content) in Contents())
            mirrors.Contents[address + file.DownloadName] = IdxBytes.Gzip(content);
        return mirrors;
    }

    private static (PublishedFile File, byte[] Content)[] Contents() =>
    [
        (Set.TrainingImages, TrainingImages), (Set.TrainingLabels, TrainingLabels), (Set.TestImages, TestImages), (Set.TestLabels, TestLabels),
    ];

    private DataLocations Locations(string? dataFolder, FakeMirrors mirrors) => new(dataFolder, _cache.Path, () => mirrors, Patience);

    private DataLocations Nowhere(string? dataFolder = null) => Locations(dataFolder, new FakeMirrors(isReachable: false));

    private void WriteAll(string subFolder, string separator, string ending) => WriteTo(_folder, subFolder, separator, ending);

    private static void WriteTo(TemporaryFolder folder, string subFolder, string separator, string ending)
    {
        foreach ((PublishedFile file, byte[] content) in Contents())
        {
            string name = $"{subFolder}{file.Stem}{separator}idx{file.Kind.Dimensions()}-ubyte{ending}";
            folder.Write(name, ending == ".gz" ? IdxBytes.Gzip(content) : content);
        }
    }

    private IEnumerable<string?> FilesInCache() => Directory.GetFiles(Path.Combine(_cache.Path, "toys")).Select(Path.GetFileName).Order();

    private sealed class Notices(List<string> sentences) : IProgress<string>
    {
        public void Report(string value) => sentences.Add(value);
    }
}
