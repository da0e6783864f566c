namespace LeNetGen.Execution.Tests.Processes;

/// <summary>
/// What the trainer says to wrong input: a sentence that names the option or file and the value, no stack trace, exit code 2.
/// </summary>
public sealed class TrainerBadInputTests(TrainerFiles files) : IClassFixture<TrainerFiles>
{
    // DIR stands for the folder of the files.
    [Theory]
    [InlineData("--epochs many", "Option '--epochs' takes a whole number from 1 to 100000, not 'many'.")]
    [InlineData("--batch-size 0", "Option '--batch-size' takes a whole number from 1 to 65536, not '0'.")]
    [InlineData("--learning-rate -0.1", "Option '--learning-rate' takes a number greater than 0, not '-0.1'.")]
    [InlineData("--threads 100000", "Option '--threads' takes a whole number from 1 to 256, not '100000'.")]
    [InlineData(
        "--model resnet",
        "Option '--model' takes one of keras3x3, paper, lenet5-1998, d2l, d2l-functional, d2l-subclass, mlp, torch, residual, inception, two-towers, "
            + "not 'resnet'.")]
    [InlineData("--optimizer lbfgs", "Option '--optimizer' takes one of sgd, rmsprop, adam, adamw, sdlm, not 'lbfgs'.")]
    [InlineData("--momentum 1", "Option '--momentum' takes a number from 0 to less than 1, not '1'.")]
    [InlineData(
        "--loss hinge",
        "Option '--loss' takes one of sparse-categorical-crossentropy, categorical-crossentropy, mean-squared-error, "
        + "maximum-a-posteriori, not 'hinge'.")]
    [InlineData("--schedule linear", "Option '--schedule' takes one of constant, step, cosine, passes, not 'linear'.")]
    [InlineData("--warm-up half", "Option '--warm-up' takes a whole number from 0 to 100000, not 'half'.")]
    [InlineData("--clip-norm 0", "Option '--clip-norm' takes a number greater than 0, not '0'.")]
    [InlineData("--early-stopping 0", "Option '--early-stopping' takes a whole number from 1 to 100000, not '0'.")]
    [InlineData("--output-bias 1e60", "Option '--output-bias' takes a number that a float can hold, not '1e60'.")]
    [InlineData("--data DIR/none", "Option '--data' takes a folder that exists, not 'DIR/none'.")]
    [InlineData("--load DIR/none", "Option '--load' takes a file that exists, not 'DIR/none'.")]
    [InlineData("--seed", "Option '--seed' needs a value: a whole number from 0 to 2147483647.")]
    [InlineData("--epoch 1", "There is no option '--epoch'.")]
    [InlineData("--evaluate", "Option '--evaluate' needs '--load', the weights to evaluate.")]
    [InlineData("--momentum 0.9", "Option '--momentum' needs '--optimizer sgd'.")]
    [InlineData("--optimizer sgd --nesterov", "Option '--nesterov' needs '--momentum', and more than 0 of it.")]
    [InlineData("--warm-up 1", "Option '--warm-up' needs '--schedule cosine'.")]
    [InlineData(
        "--output-bias 1 --load DIR/mlp.safetensors", "Options '--output-bias' and '--load' exclude each other: the file has the biases.")]
    public void Trainer_WrongOption_SaysSoAndPointsToTheHelp(string arguments, string sentence) =>
        AssertRefused(arguments, sentence + " Run with --help to see all options.");

    [Theory]
    [InlineData("--out DIR/mlp.safetensors", "Option '--out': 'DIR/mlp.safetensors' is a file, not a folder.")]
    [InlineData("--out DIR/occupied", "Option '--out': 'DIR/occupied/report.html' is a folder, where a file is to be written.")]
    [InlineData(
        "--dataset mnist --data DIR",
        "The folder 'DIR' does not have MNIST: neither it nor its sub-folder 'mnist' has the files t10k-labels-idx1-ubyte.gz, "
        + "train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, train-images-idx3-ubyte.gz.")]
    [InlineData(
        "--dataset mnist --data DIR/truncated",
        "'DIR/truncated/t10k-images-idx3-ubyte' is truncated: its sizes 64x28x28 make 50192 bytes with the header, but it has 50191.")]
    [InlineData(
        "--model mlp --load DIR/truncated.safetensors",
        "Tensor 'Dense_1.weight' in 'DIR/truncated.safetensors' ends at byte 401408, but only 624 bytes follow the header.")]
    [InlineData(
        "--model mlp --load DIR/text.safetensors",
        "'DIR/text.safetensors' is truncated or no safetensors file: it announces a header of 8029390560952870260 bytes, "
        + "but only 9 follow.")]
    [InlineData(
        "--model d2l --load DIR/mlp.safetensors",
        "'DIR/mlp.safetensors' has no tensor 'Conv2D_1.weight', for which network 'LeNet' needs F32 [6, 1, 5, 5].")]
    public void Trainer_WrongFile_SaysSo(string arguments, string sentence) => AssertRefused(arguments, sentence);

    [Fact]
    public void Trainer_WarmUpOfAllEpochs_IsRefusedBeforeTraining()
    {
        ChildProcess process = TrainerProgram.Run(
            "--model", "mlp", "--dataset", "mnist", "--data", files.PathOf("sound"), "--epochs", "3", "--schedule", "cosine", "--warm-up", "3");

        Assert.Equal("Option '--warm-up' takes less than all epochs, which are 3, not '3'." + Environment.NewLine, process.Error);
        Assert.DoesNotContain("Training", process.Output, StringComparison.Ordinal);
        Assert.Equal(2, process.ExitCode);
    }

    private void AssertRefused(string arguments, string sentence)
    {
        ChildProcess process = TrainerProgram.Run(arguments.Split(' ').Select(InPlace));

        Assert.Equal(InPlace(sentence) + Environment.NewLine, process.Error);
        Assert.Equal("", process.Output);
        Assert.Equal(2, process.ExitCode);
    }

    private string InPlace(string text) => text.Replace("DIR", files.Folder, StringComparison.Ordinal);
}
