using System.CommandLine;

namespace Trainer.CommandLine;

/// <summary>An option with a value, which says in one sentence what it takes if it is given something else.</summary>
/// <typeparam name="T">The value; null says that the option is not given.</typeparam>
internal sealed class ValueOption<T> : Option<T?>, IValueOption
{
    /// <param name="name">The option, with its hyphens.</param>
    /// <param name="placeholder">What stands for the value in the help.</param>
    /// <param name="takes">The values that it takes, in words.</param>
    /// <param name="description">What it does.</param>
    /// <param name="read">Turns text into a value; null for text that is none.</param>
    public ValueOption(string name, string placeholder, string takes, string description, Func<string, T?> read)
        : base(name)
    {
        (HelpName, Description, Takes) = (placeholder, description, takes);
        Arity = ArgumentArity.ExactlyOne;
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            T? value = read(text);
            if (value is null)
                result.AddError($"Option '{name}' takes {takes}, not '{text}'.");
            return value;
        };
    }

    /// <inheritdoc/>
    public string Takes { get; }
}
