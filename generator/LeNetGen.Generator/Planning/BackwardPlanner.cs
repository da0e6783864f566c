using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Plans the way back over a block. When the last share of a value's gradient is computed, that of the first layer which reads it, the
/// gradient is written over the value, whose last use is the derivative of its own activation. So the way back needs memory of its own
/// only for the gradient of the network's output, for sums of the shares of several readers, and for the scratch of some kernels.
/// </summary>
internal sealed class BackwardPlanner
{
    private readonly ShapedNetwork _network;
    private readonly ValueGraph _graph;
    private readonly BlockPlaces _places;
    private readonly Dictionary<int, Operand> _masks;
    private readonly WorkspaceLayout _workspace;
    private readonly int _lanes;

    /// <summary>The gradients, before the activation, that are known so far, by value.</summary>
    private readonly Dictionary<int, Operand> _gradients = [];

    /// <summary>The shares of values' gradients that are known so far, summed.</summary>
    private readonly Dictionary<int, Operand> _shares = [];

    /// <summary>Readings of a value whose share is not known yet.</summary>
    private readonly Dictionary<int, int> _missing = [];

    private readonly ParameterGradientPlanner _parameters;

    public BackwardPlanner(
        ShapedNetwork network,
        ValueGraph graph,
        BlockPlaces places,
        Dictionary<int, Operand> masks,
        WorkspaceLayout workspace,
        Operand outputGradient,
        int lanes)
    {
        (_network, _graph, _places, _masks, _workspace, _lanes) = (network, graph, places, masks, workspace, lanes);
        _parameters = new ParameterGradientPlanner(network, workspace, lanes);
        int output = graph.ValueOf(network.Layers.Count - 1);
        if (!graph.HasGradient(output))
            return;
        PlanOutput(output, GradientOfSlices(outputGradient));
        foreach (int value in graph.Values.Where(graph.HasGradient))
            _missing[value] = graph.ReadersOf(value).Count;
        foreach (int value in graph.Values.Where(graph.HasGradient).Reverse())
            PlanBackward(value, _gradients[value]);
        Steps.AddRange(_parameters.ChunkSteps);
    }

    /// <summary>The way back over a block, and behind it what follows once for a chunk.</summary>
    public List<KernelStep> Steps { get; } = [];

    private Operand GradientOfSlices(Operand outputGradient)
    {
        if (_lanes == NetworkPlan.BlockLanes)
            return outputGradient;
        Operand gradient = _workspace.AddValue("dy", _network.Output);
        ShapedLayer last = _network.Layers[_network.Layers.Count - 1];
        Steps.Add(LayoutStep.ToSlice(last, _network.Output.Length, _lanes, outputGradient, gradient));
        return gradient;
    }

    private void PlanOutput(int output, Operand gradient)
    {
        ActivationFunction activation = _places.ActivationOf(output);
        if (activation.HasDerivative)
        {
            int length = _network.Output.Length * _lanes;
            ShapedLayer last = _network.Layers[_network.Layers.Count - 1];
            Steps.Add(new OutputDerivativeStep(
                last, "Output_Derivative", activation, _lanes, length, _places.Training(output), gradient));
        }

        _gradients[output] = gradient;
    }

    private void PlanBackward(int value, Operand gradient)
    {
        switch (_network.Layers[value])
        {
            case WeightedLayer weighted:
                PlanWeighted(value, weighted, gradient);
                break;
            case ShapedPooling pooling:
                PlanPooling(value, pooling, gradient);
                break;
            case ShapedRbf rbf:
                PlanRbf(value, rbf, gradient);
                break;
            case ShapedConcatenate:
                PlanConcatenation(value, gradient);
                break;
            default:
                PlanElementwise(value, gradient);
                break;
        }
    }

    private void PlanWeighted(int value, WeightedLayer layer, Operand gradient)
    {
        int input = _graph.InputsOf(value)[0];
        Steps.AddRange(_parameters.Plan(layer, _places.Training(input), gradient));
        if (!_graph.HasGradient(input))
            return;
        Operand? shares = SharesOf(input);
        (Operand target, ActivationFunction derivative) = Take(input);
        CorrelationPlan kernel = BlockCorrelations.InputGradient(layer, _lanes, shares is not null, derivative, target.SliceStride);
        Steps.Add(new CorrelationStep(layer, kernel, gradient, ParameterPlace.Weight(layer, Memory.Parameters), null, target)
        {
            Shares = shares,
        });
    }

    private void PlanRbf(int value, ShapedRbf layer, Operand gradient)
    {
        int input = _graph.InputsOf(value)[0];
        Operand? shares = SharesOf(input);
        Operand own = _places.Training(input);
        (Operand target, ActivationFunction derivative) = Take(input);
        CorrelationPlan kernel = RbfCorrelations.InputGradient(layer, _lanes, shares is not null, derivative);
        Steps.Add(new CorrelationStep(layer, kernel, gradient, RbfCorrelations.Codes(kernel), null, target) { Shares = shares, Own = own });
    }

    /// <summary>A pooling's gradient is either the whole gradient of what it reads, or a share that is added afterwards.</summary>
    private void PlanPooling(int value, ShapedPooling layer, Operand gradient)
    {
        int input = _graph.InputsOf(value)[0];
        if (_graph.ReadersOf(input).Count == 1)
        {
            (Operand place, ActivationFunction derivative) = Take(input);
            Steps.AddRange(PoolingGradient(layer, derivative, gradient, place, place));
            return;
        }

        Operand share = _workspace.AddValue(layer.Name + "_share", layer.Input);
        Steps.AddRange(PoolingGradient(layer, ActivationFunction.None, gradient, _places.Training(input), share));
        Pass(input, layer, share, "_AddShare");
    }

    private IEnumerable<KernelStep> PoolingGradient(
        ShapedPooling layer, ActivationFunction derivative, Operand gradient, Operand source, Operand target)
    {
        string name = layer.Name + "_InputGradient";

        // A maximum is found anew where the gradient replaces the input.
        bool findsMaximum = source == target || layer.AddsUp;
        if (findsMaximum && PoolingGradientPlan.Serves(layer))
        {
            yield return new PoolingGradientStep(layer, new PoolingGradientPlan(name, layer, _lanes, derivative), gradient, target);
            yield break;
        }

        Operand? choice = null;
        if (layer.Kind == PoolingKind.Max)
        {
            choice = _workspace.AddValue(layer.Name + "_choice", layer.Output);
            yield return new PoolingChoiceStep(layer, new PoolingChoicePlan(layer.Name + "_Choose", layer, _lanes), source, choice);
        }

        yield return new PoolingGatherStep(layer, new PoolingGatherPlan(name, layer, _lanes, derivative), gradient, choice, target);
    }

    private void PlanConcatenation(int value, Operand gradient)
    {
        ShapedLayer layer = _network.Layers[value];
        int[] inputs = _graph.InputsOf(value);
        for (int operand = 0; operand < inputs.Length; operand++)
        {
            if (!_graph.HasGradient(inputs[operand]))
                continue;
            string number = Emission.Literal.Of(operand);
            Operand part = _places.Part(gradient, value, operand, $"{layer.Name}_dz{number}");
            if (_places.IsJoined(value))
                _gradients[inputs[operand]] = part;
            else
                Pass(inputs[operand], layer, part, "_InputGradient" + number);
        }
    }

    /// <summary>Sums, products, dropouts, activations by themselves, copies.</summary>
    private void PlanElementwise(int value, Operand gradient)
    {
        ShapedLayer layer = _network.Layers[value];
        int[] inputs = _graph.InputsOf(value);
        bool isProduct = layer is ShapedElementwise { Kind: ElementwiseKind.Multiply } or ShapedDropout;
        if (!isProduct && inputs.Distinct().Count() == inputs.Length)
        {
            for (int operand = 0; operand < inputs.Length; operand++)
            {
                string number = inputs.Length == 1 ? "" : Emission.Literal.Of(operand);
                if (_graph.HasGradient(inputs[operand]))
                    Pass(inputs[operand], layer, gradient, "_InputGradient" + number);
            }

            return;
        }

        var shares = new List<InputShare>();
        foreach (int input in inputs.Distinct().Where(_graph.HasGradient))
        {
            Operand? before = SharesOf(input);
            int[] operands = [.. Enumerable.Range(0, inputs.Length).Where(operand => inputs[operand] == input)];
            GradientFactor[] factors = [.. operands.Select(operand => FactorOf(value, operand, inputs))];
            (Operand target, ActivationFunction derivative) = Take(input, operands.Length);
            shares.Add(new InputShare(factors.ToEquatableArray(), before, derivative, target));
        }

        Steps.Add(new ElementwiseGradientStep(
            layer, layer.Name + "_InputGradient", _lanes, _places.LengthOfValue(value), gradient, shares.ToEquatableArray()));
    }

    private GradientFactor FactorOf(int value, int operand, int[] inputs) => _network.Layers[value] switch
    {
        ShapedDropout => new GradientFactor("mask", _masks[value]),
        ShapedElementwise { Kind: ElementwiseKind.Multiply } =>
            new GradientFactor(operand == 0 ? "b" : "a", _places.Training(inputs[1 - operand])),
        _ => new GradientFactor("", null),
    };

    /// <summary>Adds a share that stands in memory to a value's gradient: by reference, where it is the whole of it as it stands.</summary>
    private void Pass(int input, ShapedLayer layer, Operand share, string name)
    {
        bool isLast = _missing[input] == 1;
        ActivationFunction activation = _places.ActivationOf(input);
        Operand? before = SharesOf(input);
        if (before is null && (!isLast || !activation.HasDerivative))
        {
            _missing[input]--;
            (isLast ? _gradients : _shares)[input] = share;
            return;
        }

        (Operand target, ActivationFunction derivative) = Take(input);
        var only = new InputShare(new[] { new GradientFactor("", null) }.ToEquatableArray(), before, derivative, target);
        int length = _places.LengthOfValue(input);
        Steps.Add(new ElementwiseGradientStep(layer, layer.Name + name, _lanes, length, share, new[] { only }.ToEquatableArray()));
    }

    private Operand? SharesOf(int value) => _shares.TryGetValue(value, out Operand? shares) ? shares : null;

    /// <summary>
    /// Where the next share of a value's gradient goes, with the shares before it: over the value if it is the last, with the derivative
    /// of the activation, else to a sum of its own.
    /// </summary>
    private (Operand Target, ActivationFunction Derivative) Take(int value, int readings = 1)
    {
        _missing[value] -= readings;
        if (_missing[value] == 0)
        {
            _gradients[value] = _places.Training(value);
            return (_gradients[value], _places.ActivationOf(value));
        }

        ShapedLayer layer = _network.Layers[value];
        Operand sum = _workspace.AddValue($"{layer.Name}_dy{Emission.Literal.Of(_missing[value])}", layer.Output);
        _shares[value] = sum;
        return (sum, ActivationFunction.None);
    }
}
