using LeNetGen.Build;
using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Weights;

namespace LeNetGen.Package.Tests.Tasks;

/// <summary>The MSBuild task: the text that it writes, and what it says of files that are not sound.</summary>
public sealed class ConvertNetworkWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SoundFile_Text_HasEveryTensorInTheOrderOfTheirBytes()
    {
        (RecordingBuildEngine engine, string text) = Convert(WeightsBytes.File(WeightsBytes.SoundHeader + "   ", WeightsBytes.SoundLength));
        Assert.Empty(engine.Errors);
        Assert.Equal(
            "LeNetGen weights 1 net.safetensors\n"
            + "tensor [2, 2] a\n3F800000400000004040000040800000\n"
            + "tensor [2] b\n40A0000040C00000\n",
            text);
    }

    [Fact]
    public void LongTensor_Text_IsInLinesOfSixteen()
    {
        (_, string text) = Convert(WeightsBytes.Tensor("""{"dtype":"F32","shape":[17],"data_offsets":[0,68]}""", 68));
        Assert.Equal([34, 13, 128, 8], text.TrimEnd('\n').Split('\n').Select(line => line.Length));
    }

    [Fact]
    public void RuntimesOwnFile_Text_HasItsBits()
    {
        float[] values = [-0f, float.Epsilon, float.MaxValue, -1.5f];
        string path = Path.Combine(_folder.Path, "net.safetensors");
        Safetensors.Write(path, [SafetensorsTensor.FromSingles("line\nbreak \\", [4], values)]);
        (RecordingBuildEngine engine, string text) = Convert(File.ReadAllBytes(path));
        Assert.Empty(engine.Errors);
        Assert.Equal("LeNetGen weights 1 net.safetensors\ntensor [4] line\\nbreak \\\\\n80000000000000017F7FFFFFBFC00000\n", text);
    }

    [Fact]
    public void NoTensors_AreSound() => Assert.Empty(Convert(WeightsBytes.File("{}", 0)).Engine.Errors);

    [Fact]
    public void EmptyTensor_IsSound() =>
        Assert.Empty(Convert(WeightsBytes.Tensor("""{"dtype":"F32","shape":[3,0],"data_offsets":[0,0]}""", 0)).Engine.Errors);

    [Fact]
    public void MissingFile_IsOneError_ThatNamesIt()
    {
        RecordingBuildEngine engine = Convert("no/such.safetensors", out string textPath);
        AssertOne(engine, "There is no weights file 'no/such.safetensors'.");
        Assert.False(File.Exists(textPath));
    }

    [Fact]
    public void Folder_IsOneError_ThatNamesIt()
    {
        RecordingBuildEngine engine = Convert(_folder.Path, out _);
        Assert.StartsWith($"The weights file '{_folder.Path}' cannot be read: ", Assert.Single(engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFiles_OneUnsound_TheOtherIsConvertedAllTheSame()
    {
        string sound = _folder.Write("a.safetensors", WeightsBytes.File("{}", 0)), unsound = _folder.Write("b.safetensors", []);
        var engine = new RecordingBuildEngine();
        var task = new ConvertNetworkWeights
        {
            BuildEngine = engine,
            Weights = [new NamedItem(unsound), new NamedItem(sound)],
            Texts = [new NamedItem(unsound + ".txt"), new NamedItem(sound + ".txt")],
        };
        Assert.False(task.Execute());
        AssertOne(engine, $"'{unsound}' is not a safetensors file: it has only 0 bytes.");
        Assert.Equal(["a.safetensors", "a.safetensors.txt", "b.safetensors"], FilesOf(_folder.Path));
    }

    public static TheoryData<string, byte[], string> Unsound
    {
        get
        {
            const string float4 = """{"dtype":"F32","shape":[1],"data_offsets":[0,4]}""";
            return new()
            {
                { "empty", [], "FILE is not a safetensors file: it has only 0 bytes." },
                { "shorter than a length", [1, 2, 3], "FILE is not a safetensors file: it has only 3 bytes." },
                { "no header", WeightsBytes.Length(3), Truncated(3, 0) },
                { "header of a terabyte", [.. WeightsBytes.Length(1UL << 40), (byte)'{', (byte)'}'], Truncated(1UL << 40, 2) },
                { "header of more than all", [.. WeightsBytes.Length(ulong.MaxValue), (byte)'{', (byte)'}'], Truncated(ulong.MaxValue, 2) },
                { "header empty", WeightsBytes.File("", 0), "The header of FILE is not valid JSON." },
                { "header cut off", WeightsBytes.File("""{"a":{"dtype":""", 0), "The header of FILE is not valid JSON." },
                { "header with more behind", WeightsBytes.File("{} 1", 0), "The header of FILE is not valid JSON." },
                { "header with a comma too many", WeightsBytes.File("""{"a":1,}""", 0), "The header of FILE is not valid JSON." },
                { "header nested without end", WeightsBytes.File(new string('[', 5000), 0), "The header of FILE is not valid JSON." },
                {
                    "header of no Unicode",
                    WeightsBytes.File([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}'], 0),
                    "The header of FILE is not valid JSON."
                },
                { "half a character", WeightsBytes.File("""{"\ud800":{}}""", 0), "The header of FILE is not valid JSON." },
                { "header a list", WeightsBytes.File("[]", 0), "The header of FILE is not a JSON object." },
                { "tensor twice", WeightsBytes.File($$"""{"a":{{float4}},"a":{{float4}}}""", 4), "The header of FILE has 'a' twice." },
                { "tensor a number", WeightsBytes.Tensor("1"), "Tensor 'a' in FILE is described by something else than a JSON object." },
                {
                    "no dtype",
                    WeightsBytes.Tensor("""{"shape":[1],"data_offsets":[0,4]}"""),
                    "Tensor 'a' in FILE has no 'dtype' that is a text."
                },
                {
                    "dtype twice",
                    WeightsBytes.Tensor("""{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}"""),
                    "Tensor 'a' in FILE has 'dtype' twice."
                },
                {
                    "half floats",
                    WeightsBytes.Tensor("""{"dtype":"F16","shape":[2],"data_offsets":[0,4]}"""),
                    "Tensor 'a' in FILE is of type 'F16', but weights must be F32."
                },
                {
                    "doubles",
                    WeightsBytes.Tensor("""{"dtype":"F64","shape":[1],"data_offsets":[0,8]}""", 8),
                    "Tensor 'a' in FILE is of type 'F64', but weights must be F32."
                },
                {
                    "dtype unheard of",
                    WeightsBytes.Tensor("""{"dtype":"F31\n","shape":[1],"data_offsets":[0,4]}"""),
                    "Tensor 'a' in FILE is of type 'F31?', but weights must be F32."
                },
                { "shape negative", WeightsBytes.Tensor("""{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}"""), NoShape },
                { "shape a fraction", WeightsBytes.Tensor("""{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}"""), NoShape },
                { "shape too large", WeightsBytes.Tensor("""{"dtype":"F32","shape":[2147483648],"data_offsets":[0,4]}"""), NoShape },
                {
                    "no data_offsets",
                    WeightsBytes.Tensor("""{"dtype":"F32","shape":[1]}"""),
                    "Tensor 'a' in FILE has no 'data_offsets' that are whole numbers from 0 on."
                },
                {
                    "one offset",
                    WeightsBytes.Tensor("""{"dtype":"F32","shape":[1],"data_offsets":[0]}"""),
                    "Tensor 'a' in FILE has 1 data_offsets instead of two."
                },
                {
                    "end before start",
                    WeightsBytes.Tensor("""{"dtype":"F32","shape":[1],"data_offsets":[4,0]}"""),
                    "Tensor 'a' in FILE starts at byte 4 and ends before it, at 0."
                },
                {
                    "end past the file",
                    WeightsBytes.Tensor("""{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"""),
                    "Tensor 'a' in FILE ends at byte 8, but only 4 bytes follow the header."
                },
                {
                    "more bytes than its shape",
                    WeightsBytes.Tensor("""{"dtype":"F32","shape":[1],"data_offsets":[0,8]}""", 8),
                    "Tensor 'a' in FILE has 8 bytes, but F32 [1] needs 4."
                },
                {
                    "more elements than bytes exist",
                    WeightsBytes.Tensor("""{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,4]}"""),
                    "Tensor 'a' in FILE has 4 bytes, but F32 [2147483647, 2147483647, 2147483647] needs more than any file has."
                },
                {
                    "overlapping",
                    WeightsBytes.File($$"""{"a":{{float4}},"b":{{float4}}}""", 4),
                    "Tensor 'b' in FILE starts at byte 0, inside 'a', which ends at 4."
                },
                {
                    "a gap",
                    WeightsBytes.Tensor("""{"dtype":"F32","shape":[1],"data_offsets":[4,8]}""", 8),
                    "Bytes 0 to 4 of the data in FILE belong to no tensor."
                },
                { "bytes behind the last", WeightsBytes.Tensor(float4, 12), "Bytes 4 to 12 of the data in FILE belong to no tensor." },
                {
                    "data cut off",
                    WeightsBytes.File(WeightsBytes.SoundHeader, WeightsBytes.SoundLength)[..^1],
                    "Tensor 'b' in FILE ends at byte 24, but only 23 bytes follow the header."
                },
                { "not a number", WeightsBytes.WithElement(3, 0x7FC00001), "Tensor 'a' in FILE is not a number at element 3." },
                { "infinite", WeightsBytes.WithElement(5, 0xFF800000), "Tensor 'b' in FILE is infinite at element 1." },
            };

            static string Truncated(ulong announced, int rest) =>
                $"FILE is truncated or no safetensors file: it announces a header of {announced} bytes, but only {rest} follow.";
        }
    }

    private const string NoShape = "Tensor 'a' in FILE has no 'shape' that is a list of whole numbers from 0 to 2147483647.";

    [Theory]
    [MemberData(nameof(Unsound))]
    public void UnsoundFile_IsOneError_AndNothingIsWritten(string defect, byte[] file, string message)
    {
        string path = _folder.Write("net.safetensors", file);
        string old = _folder.Write("obj/net.txt", [1, 2, 3]);
        var engine = new RecordingBuildEngine();
        var task = new ConvertNetworkWeights { BuildEngine = engine, Weights = [new NamedItem(path)], Texts = [new NamedItem(old)] };
        Assert.False(task.Execute(), defect);
        AssertOne(engine, message.Replace("FILE", $"'{path}'"));
        Assert.Equal(path, engine.Errors[0].File);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(old));
        Assert.Equal(["net.txt"], FilesOf(Path.GetDirectoryName(old)!));
    }

    [Fact]
    public void UnsoundFiles_AreThirtyAndMore() => Assert.InRange(Unsound.Count, 30, int.MaxValue);

    [Fact]
    public void TextThatCannotBeWritten_IsOneError()
    {
        string path = _folder.Write("net.safetensors", WeightsBytes.File("{}", 0));
        string text = Path.Combine(path, "below", "a", "file.txt");
        var engine = new RecordingBuildEngine();
        Assert.False(new ConvertNetworkWeights { BuildEngine = engine, Weights = [new NamedItem(path)], Texts = [new NamedItem(text)] }.Execute());
        Assert.StartsWith($"'{text}' cannot be written: ", Assert.Single(engine.Errors).Message, StringComparison.Ordinal);
    }

    private (RecordingBuildEngine Engine, string Text) Convert(byte[] file)
    {
        RecordingBuildEngine engine = Convert(_folder.Write("net.safetensors", file), out string textPath);
        return (engine, File.Exists(textPath) ? File.ReadAllText(textPath) : "");
    }

    private RecordingBuildEngine Convert(string path, out string textPath)
    {
        textPath = Path.Combine(_folder.Path, "obj", "LeNetGen", "net.txt");
        var engine = new RecordingBuildEngine();
        var task = new ConvertNetworkWeights { BuildEngine = engine, Weights = [new NamedItem(path)], Texts = [new NamedItem(textPath)] };
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine;
    }

    private static string[] FilesOf(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static void AssertOne(RecordingBuildEngine engine, string message)
    {
        Assert.Equal(message, Assert.Single(engine.Errors).Message);
        Assert.Equal("LNG5001", engine.Errors[0].Code);
        Assert.EndsWith("docs/diagnostics/LNG5001.md", engine.Errors[0].HelpLink, StringComparison.Ordinal);
    }
}
