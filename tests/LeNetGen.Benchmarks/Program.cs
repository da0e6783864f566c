using LeNetGen.Benchmarks;

// Verbs.Usage says what can be asked for; docs/performance.md what the answers mean.
bool hasVerb = args is [not ['-', ..], ..] or ["--help", ..];
string verb = hasVerb ? args[0] : "ledger";
if (Verbs.Find(verb) is not { } run)
{
    Console.Error.WriteLine($"There is no verb '{verb}'.\n\n{Verbs.Usage}");
    return 2;
}

try
{
    run(hasVerb ? args[1..] : args);
    return 0;
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
