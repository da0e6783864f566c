using LeNetGen.Execution.Tests.Processes;

namespace LeNetGen.Execution.Tests;

/// <summary>
/// The tests as a program, for what can only be set when a process starts: <c>smoke [WIDTH]</c> prints the width of the vectors and a
/// digest of what they compute. WIDTH is the value of the setting <see cref="VectorWidths.SettingName"/>.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["smoke", .. [] or [_]]:
                // Where a runtimeconfig.json would have set it: before the runtime looks.
                AppContext.SetData(VectorWidths.SettingName, arguments.ElementAtOrDefault(1));
                Console.Out.WriteLine(Smoke.Run(VectorWidths.Default));
                return 0;
            default:
                Console.Error.WriteLine("Usage: smoke [512|256|128|scalar]");
                return 2;
        }
    }
}
