using System.Diagnostics;
using System.Globalization;
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
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(folder, "history.svg")), StringComparison.Ordinal);

        ChildProcess evaluation = TrainerProgram.Run(
            "--dataset", "synthetic", "--load", Path.Combine(folder, "model.safetensors"), "--evaluate");

        Assert.Equal(("", 0), (evaluation.Error, evaluation.ExitCode));
        Assert.Equal(training.LastLine, evaluation.LastLine);
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

    private static string[] Epochs(string folder)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, "history.csv"));
        Assert.Equal("epoch,loss,accuracy,val_loss,val_accuracy,seconds", lines[0]);
        return lines[1..];
    }
}
