using System.Text;
using LeNetGen;
using Trainer.CommandLine;
using Trainer.Display;
using Trainer.Session;

// The summary is drawn with box characters, which not every console's default encoding has.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
try
{
    return TrainerCommand.Read(args) is { } options
        ? new TrainingSession(options, Terminal.OfThisProcess()).Run()
        : ExitCode.Success;
}
catch (LeNetGenException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return ExitCode.BadInput;
}
