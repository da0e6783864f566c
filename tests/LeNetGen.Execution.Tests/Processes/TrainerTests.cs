using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using LeNetGen.Execution.Tests.Networks;

namespace LeNetGen.Execution.Tests.Processes;

/// <summary>The trainer as its users run it.</summary>
public sealed class TrainerTests(TrainerFiles files) : IClassFixture<TrainerFiles>
{
    private const string Interrupted = "Stopped by Ctrl+C after ";

    [Fact]
    public void Trainer_OneEpochOfSyntheticDigits_WritesAModelThatEvaluatesTheSame()
    {
        string folder = files.PathOf("one epoch");
        ChildProcess training = TrainerProgram.Run("--dataset", "synthetic", "--epochs", "1", "--seed", "1", "--out", folder);

        Assert.Equal(("", 0), (training.Error, training.ExitCode));
        Assert.Matches(@"^test loss \d+\.\d{4}, test accuracy [01]\.\d{4}$", training.LastLine);
        Assert.StartsWith("Data: synthetic digits, 60,000 training and 10,000 test images", training.Output, StringComparison.Ordinal);
        string summary = File.ReadAllText(Path.Combine(folder, "summary.txt"));
        Assert.Contains("61,706", summary, StringComparison.Ordinal);
        Assert.Contains(summary, training.Output, StringComparison.Ordinal);
        Assert.Single(Epochs(folder));
        AssertFiles(folder);

        ChildProcess evaluation = TrainerProgram.Run(
            "--dataset", "synthetic", "--load", Path.Combine(folder, "model.safetensors"), "--evaluate");

        Assert.Equal(("", 0), (evaluation.Error, evaluation.ExitCode));
        Assert.Equal(training.LastLine, evaluation.LastLine);
    }

    [Theory]
    [InlineData("keras3x3", "--optimizer adamw --schedule cosine --warm-up 1")]
    [InlineData("paper", "--optimizer sgd --momentum 0.9 --nesterov --schedule step")]
    [InlineData("d2l-functional", "--optimizer sdlm --schedule passes --distort")]
    [InlineData("d2l-subclass", "--early-stopping 1 --keep-best")]
    [InlineData("mlp", "--loss mean-squared-error --clip-norm 0.5")]
    [InlineData("torch", "--output-bias 1 --loss categorical-crossentropy")]
    public void Trainer_EachModelWithOptions_TrainsAndWritesEverything(string model, string options)
    {
        string folder = files.PathOf(model);
        ChildProcess process = TrainerProgram.Run(
            ["--model", model, "--dataset", "mnist", "--data", files.PathOf("sound"), "--epochs", "2", "--out", folder, .. options.Split(' ')]);

        Assert.Equal(("", 0), (process.Error, process.ExitCode));
        Assert.Matches(@"^test loss \d+\.\d{4}, test accuracy [01]\.\d{4}$", process.LastLine);
        Assert.Contains("top-3 accuracy ", process.Output, StringComparison.Ordinal);
        Assert.InRange(Epochs(folder).Length, 1, 2);
        AssertFiles(folder);
    }

    [Fact]
    public void Trainer_NothingImproves_StopsEarlyWithTheBestEpoch()
    {
        // A rate so small that no float parameter changes: the loss stays as it is.
        ChildProcess process = TrainerProgram.Run(
            "--model", "mlp", "--dataset", "mnist", "--data", files.PathOf("sound"), "--validation-split", "0.2", "--epochs", "100",
            "--optimizer", "sgd", "--learning-rate", "1e-30", "--early-stopping", "2", "--keep-best");

        Assert.Equal(("", 0), (process.Error, process.ExitCode));
        Assert.Matches(@"has not improved on the \S+ of epoch 1 for 2 epochs\.", process.Output);
        Assert.Contains("Kept the parameters of epoch 1, the best.", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" 4/100", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Trainer_ZeroLearningRateWithOutputBias_StartsTheLastBiasesThere()
    {
        string folder = files.PathOf("biased");
        ChildProcess process = TrainerProgram.Run(
            "--model", "mlp", "--dataset", "mnist", "--data", files.PathOf("sound"), "--epochs", "1", "--out", folder,
            "--optimizer", "sgd", "--learning-rate", "1e-30", "--output-bias", "0.75");

        Assert.Equal(("", 0), (process.Error, process.ExitCode));
        var network = Mlp.Load(Path.Combine(folder, "model.safetensors"));
        Assert.All(network.Dense_2.Bias.Values.ToArray(), bias => Assert.Equal(0.75f, bias));
        Assert.All(network.Dense_1.Bias.Values.ToArray(), bias => Assert.Equal(0, bias, 1e-20));
    }

    [Fact]
    public void Trainer_LearningRateFarTooLarge_StopsWithASentenceAndWritesTheInitialParameters()
    {
        string folder = files.PathOf("diverged");
        ChildProcess process = TrainerProgram.Run(
            "--model", "mlp", "--dataset", "mnist", "--data", files.PathOf("sound"), "--out", folder,
            "--load", files.PathOf("mlp.safetensors"), "--optimizer", "sgd", "--learning-rate", "1e30");

        Assert.Equal(
            "Training of 'Mlp' stopped because the loss of step 2 of epoch 1 was infinite or not a number; the network's parameters are "
            + "those that it started with, and a learning rate below 1E+30 may help." + Environment.NewLine,
            process.Error);
        Assert.Equal(1, process.ExitCode);
        Assert.Empty(Epochs(folder));
        Assert.Equal(File.ReadAllBytes(files.PathOf("mlp.safetensors")), File.ReadAllBytes(Path.Combine(folder, "model.safetensors")));
    }

    [SkippableFact]
    public void Trainer_CtrlC_EndsWithTheFinishedEpochsWritten()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGINT that one process could send to another.");
        Skip.If(IgnoresInterrupts(), "This process ignores SIGINT, as one started in the background does, and hands that on to others.");
        string folder = files.PathOf("interrupted");
        ChildProcess process = TrainerProgram.Run(
            InterruptAfterFirstEpoch,
            "--model", "mlp", "--dataset", "mnist", "--data", files.PathOf("sound"), "--out", folder, "--epochs", "100000");

        int epochs = Epochs(folder).Length;
        Assert.InRange(epochs, 1, 99_999);
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"{Interrupted}{epochs} of 100000 epochs.{Environment.NewLine}"), process.Error);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(101_770, Mlp.Load(Path.Combine(folder, "model.safetensors")).Parameters.Length);
    }

    private static void InterruptAfterFirstEpoch(string line, int process)
    {
        if (!line.TrimStart().StartsWith("1/", StringComparison.Ordinal))
            return;
        using Process kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -2 {process}")]);
        kill.WaitForExit();
    }

    private static bool IgnoresInterrupts()
    {
        // The mask of ignored signals; SIGINT is 2, the second bit. Where there is no such file nothing tells.
        const string status = "/proc/self/status", field = "SigIgn:";
        string? mask = File.Exists(status)
            ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))
            : null;
        return mask is not null && (ulong.Parse(mask[field.Length..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    private static void AssertFiles(string folder)
    {
        string[] pictures = ["history", "network", "filters", "confusion-matrix", "misclassified", "feature-maps"];
        string[] others = ["history.csv", "model.safetensors", "network.dot", "network.mmd", "report.html", "summary.txt"];
        Assert.Equal(
            pictures.Select(name => $"{name}.svg").Concat(others).Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(pictures, name => Assert.Equal("svg", XDocument.Load(Path.Combine(folder, $"{name}.svg")).Root!.Name.LocalName));
        Assert.Equal("html", XDocument.Load(Path.Combine(folder, "report.html")).Root!.Name.LocalName);
    }

    private static string[] Epochs(string folder)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, "history.csv"));
        Assert.Equal("epoch,loss,accuracy,val_loss,val_accuracy,seconds,learning_rate", lines[0]);
        return lines[1..];
    }
}
