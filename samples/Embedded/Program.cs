using Embedded;

try
{
    return Recognizer.Run(args);
}
catch (ImageException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
