namespace LeNetGen.Generator.Tests.Fuzz;

/// <summary>Tests that no other test runs beside, because they measure the time that the process computes.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class AloneCollection
{
    public const string Name = "Alone";
}
