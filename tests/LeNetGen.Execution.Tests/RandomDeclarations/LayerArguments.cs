using System.Globalization;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>The arguments of an attribute. A property that has its default is mostly left out, but may be written as well.</summary>
internal sealed class LayerArguments(Random random)
{
    private static readonly Activation[] s_activations =
        [.. Enum.GetValues<Activation>().Where(activation => activation != Activation.Softmax)];

    /// <summary>Slopes of a LeakyReLU that is given one: the default, ReLU's, none, and one that is steeper below 0.</summary>
    public static IReadOnlyList<float> Slopes { get; } = [0.2f, 0f, 0.01f, 1f, 1.5f];

    private readonly List<string> _arguments = [];

    /// <summary>Arguments of the constructor, in order.</summary>
    public LayerArguments Add(params ReadOnlySpan<int> arguments)
    {
        foreach (int argument in arguments)
            _arguments.Add($"{argument}");
        return this;
    }

    /// <summary>An argument of the constructor that is no integer.</summary>
    public LayerArguments Add(double argument)
    {
        _arguments.Add(Text(argument));
        return this;
    }

    /// <summary>An argument of the constructor that is a string.</summary>
    public LayerArguments Add(string argument)
    {
        _arguments.Add(Text(argument));
        return this;
    }

    /// <summary>A table of connections.</summary>
    public LayerArguments Connected(string[] rows)
    {
        _arguments.Add($"Connections = new[] {{ {string.Join(", ", rows.Select(Text))} }}");
        return this;
    }

    /// <summary>A property.</summary>
    public LayerArguments Set<T>(string property, T value, T byDefault)
    {
        if (!Equals(value, byDefault) || random.Next(8) == 0)
            _arguments.Add($"{property} = {Text(value)}");
        return this;
    }

    /// <summary>An activation that any layer may have.</summary>
    public LayerArguments Activated() => Activated(EdgeSizes.Pick(random, s_activations));

    /// <summary>An activation, with the number that belongs to it.</summary>
    public LayerArguments Activated(Activation activation)
    {
        Set(nameof(Activation), activation, Activation.None);
        return activation == Activation.LeakyReLU
            ? Set("NegativeSlope", EdgeSizes.Pick(random, [.. Slopes]), 0.2f)
            : this;
    }

    /// <summary>Initialisers of weights and biases, in some layers.</summary>
    public LayerArguments Initialized() => Initialized("Kernel").Initialized("Bias");

    /// <summary>How much of the code has no loops; large layers keep them, lest their text be most of what is compiled.</summary>
    public LayerArguments Unrolled(long multiplyAdds)
    {
        // Drawn apart, so that a seed's other draws are what they were before there was anything to unroll.
        var own = new Random((int)multiplyAdds);
        if (own.Next(3) != 0)
            return this;
        Unroll[] choices = Enum.GetValues<Unroll>();
        _arguments.Add($"{nameof(Unroll)} = {Text(EdgeSizes.Pick(own, multiplyAdds <= 2_000 ? choices : choices[..2]))}");
        return this;
    }

    private LayerArguments Initialized(string tensor)
    {
        if (random.Next(4) != 0)
            return this;
        Initializer initializer = EdgeSizes.Pick(random, Enum.GetValues<Initializer>());
        Set<Initializer?>($"{tensor}Initializer", initializer, null);
        return initializer == Initializer.Constant ? Set($"{tensor}Constant", random.NextSingle() - 0.5f, 0f) : this;
    }

    /// <summary>As they are written behind the attribute's name.</summary>
    public override string ToString() => _arguments.Count == 0 ? "" : $"({string.Join(", ", _arguments)})";

    private static string Text<T>(T value) => value switch
    {
        Enum => $"{value.GetType().Name}.{value}",
        float number => string.Create(CultureInfo.InvariantCulture, $"{number:R}f"),
        double number => string.Create(CultureInfo.InvariantCulture, $"{number:R}"),
        string text => $"\"{text}\"",
        _ => $"{value}",
    };
}
