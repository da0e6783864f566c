using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>What reading Forward has come to so far: calls in their order, and what could not be read.</summary>
internal sealed class ForwardCalls(string network, IEnumerable<string> methods)
{
    /// <summary>In place of the index of what could not be read.</summary>
    public const int Unknown = ShapedNetwork.InputIndex - 1;

    private readonly CallNames _names = new(methods);
    private readonly List<(LayerDeclaration Layer, CallSite Site)> _calls = [];
    private readonly List<Problem> _problems = [];
    private readonly List<Location> _places = [];

    public IReadOnlyList<(LayerDeclaration Layer, CallSite Site)> Calls => _calls;

    /// <summary>What cannot be read, or need not be there.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Where the problems lie; <see cref="Anchor.OfPlace"/> has the index.</summary>
    public IReadOnlyList<Location> Places => _places;

    /// <summary>Whether everything so far could be read, so that the calls are all that there is.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>A call of a method that is a layer.</summary>
    /// <returns>The call's index.</returns>
    public int CallMethod(LayerMethod method, int input, CallSite site)
    {
        // What is wrong with the method has been reported there.
        return method.Declare(_names.OfMethod(method.Name)) is { } layer ? Add(layer, [input], site) : Lose();
    }

    /// <summary>A call of a function, or an operator.</summary>
    /// <param name="kind">The layer's kind, of which its name is made.</param>
    /// <param name="declare">Makes the layer, given its name.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="site">Where it is called.</param>
    /// <returns>The call's index.</returns>
    public int CallFunction(string kind, Func<string, LayerDeclaration> declare, IEnumerable<int> inputs, CallSite site) =>
        Add(declare(_names.OfFunction(kind)), inputs, site);

    /// <summary>Reports what cannot be read, with the network's name before the other arguments.</summary>
    /// <returns><see cref="Unknown"/>.</returns>
    public int Report(DiagnosticDescriptor descriptor, Location place, params object[] arguments)
    {
        Note(descriptor, place, arguments);
        return Lose();
    }

    /// <summary>Reports what can be read, with the network's name before the other arguments.</summary>
    public void Note(DiagnosticDescriptor descriptor, Location place, params object[] arguments)
    {
        _problems.Add(Problem.Of(descriptor, Anchor.OfPlace(_places.Count), [network, .. arguments]));
        _places.Add(place);
    }

    /// <summary>Notes that something could not be read, which is reported elsewhere.</summary>
    /// <returns><see cref="Unknown"/>.</returns>
    public int Lose()
    {
        IsComplete = false;
        return Unknown;
    }

    private int Add(LayerDeclaration layer, IEnumerable<int> inputs, CallSite site)
    {
        _calls.Add((layer with { Inputs = inputs.ToEquatableArray() }, site));
        return _calls.Count - 1;
    }
}
