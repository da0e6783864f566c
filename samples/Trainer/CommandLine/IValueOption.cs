namespace Trainer.CommandLine;

/// <summary>An option with a value of whatever type.</summary>
internal interface IValueOption
{
    /// <summary>The values that it takes, in words.</summary>
    public string Takes { get; }
}
