using LeNetGen.Reporting;
using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Tests.Execution;
using LeNetGen.Training;
using LeNetGen.Weights;

namespace LeNetGen.Tests.Training.Callbacks;

public sealed class FileCallbackTests
{
    [Theory]
    [InlineData(true, 2, 2)]
    [InlineData(false, 0.5f, 3)]
    public void ModelCheckpoint_Training_LeavesTheBestOrTheLast(bool bestOnly, float bias, int epoch)
    {
        using var folder = new TemporaryFolder();
        var checkpoint = new ModelCheckpoint(Path.Combine(folder.Path, "best.safetensors"), saveBestOnly: bestOnly);

        new ScriptedTraining(1, 2, 0.5f).Fit(checkpoint);

        LinearNetwork loaded = LinearNetwork.Create(new Shape(1, 2, 2), classes: 2);
        NetworkWeights.LoadInto(loaded, checkpoint.Path);
        Assert.Equal(bias, loaded.Parameters[^1]);
        Assert.Equal(epoch, checkpoint.SavedEpoch);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void ModelCheckpoint_EveryEpoch_NeedsNoValidation()
    {
        using var folder = new TemporaryFolder();
        var checkpoint = new ModelCheckpoint(Path.Combine(folder.Path, "last.safetensors"), saveBestOnly: false);
        new ScriptedTraining(1, 2).Fit(validationSplit: 0, [checkpoint]);
        Assert.Equal(2, checkpoint.SavedEpoch);
    }

    [Fact]
    public void ModelCheckpoint_NoValidation_SaysSoAndKeepsTheFile()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("best.safetensors", [1, 2, 3]);
        Assert.StartsWith(
            "ModelCheckpoint monitors the validation loss, but there are no validation images;",
            Assert.Throws<LeNetGenException>(
                () => new ScriptedTraining(1).Fit(validationSplit: 0, [new ModelCheckpoint(path)])).Message);
        Assert.Equal<byte>([1, 2, 3], File.ReadAllBytes(path));
    }

    [Theory, InlineData("missing/best.safetensors"), InlineData("folder")]
    public void ModelCheckpoint_NoPlaceForTheFile_SaysSoBeforeTheFirstStep(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder"));
        string path = Path.Combine(folder.Path, name);
        var recording = new RecordingCallback();

        LeNetGenException error = Assert.Throws<LeNetGenException>(
            () => new ScriptedTraining(1).Fit(new ModelCheckpoint(path), recording));

        Assert.StartsWith($"'{path}' cannot be written: ", error.Message);
        Assert.DoesNotContain(".part", error.Message);
        Assert.Empty(recording.Calls);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void CsvLogger_Training_LeavesWhatHistoryCsvGives()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("log.csv", [1, 2, 3]);
        History history = new ScriptedTraining(1, 2, 3).Fit(new CsvLogger(path));
        Assert.Equal(HistoryCsv.Of(history), File.ReadAllText(path));
    }

    [Fact]
    public void CsvLogger_TrainingBreaksOff_LeavesTheRowsSoFar()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "log.csv");
        var breaking = new RecordingCallback((made, _) =>
        {
            if (made == "batch 3.1")
                throw new InvalidOperationException("broken off");
        });

        Assert.Throws<InvalidOperationException>(() => new ScriptedTraining(1, 2, 3).Fit(new CsvLogger(path), breaking));

        string[] lines = File.ReadAllLines(path);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("2,", lines[2]);
    }

    [Fact]
    public void CsvLogger_NoPlaceForTheFile_SaysSoBeforeTheFirstStep()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "missing", "log.csv");
        var recording = new RecordingCallback();
        LeNetGenException error = Assert.Throws<LeNetGenException>(() => new ScriptedTraining(1).Fit(new CsvLogger(path), recording));
        Assert.StartsWith($"'{path}' cannot be written: ", error.Message);
        Assert.Empty(recording.Calls);
    }

    [Fact]
    public void Construction_NoPath_Throws()
    {
        Assert.Throws<ArgumentException>("path", () => new CsvLogger(""));
        Assert.Throws<ArgumentException>("path", () => new ModelCheckpoint(""));
    }
}
