namespace LeNetGen.Execution.Tests.Processes;

/// <summary>The sample samples/Trainer, built as these tests are.</summary>
internal static class TrainerProgram
{
    /// <summary>Runs it.</summary>
    public static ChildProcess Run(params IEnumerable<string> arguments) => ChildProcess.Run(ProgramPath, arguments);

    /// <summary>Runs it and watches its output.</summary>
    public static ChildProcess Run(Action<string, int> seen, params IEnumerable<string> arguments) =>
        ChildProcess.Run(ProgramPath, arguments, seen: seen);

    private static string ProgramPath
    {
        get
        {
            // This project's bin/Release/net10.0, say, has its like in every project.
            DirectoryInfo output = new(AppContext.BaseDirectory), project = output.Parent!.Parent!.Parent!;
            string path = Path.Combine(
                project.Parent!.Parent!.FullName,
                "samples",
                "Trainer",
                Path.GetRelativePath(project.FullName, output.FullName),
                "Trainer.dll");
            Assert.True(File.Exists(path), $"There is no '{path}'.");
            return path;
        }
    }
}
