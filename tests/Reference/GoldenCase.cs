using System.Text.Json;
using LeNetGen.Reference;
using LeNetGen.Weights;

namespace LeNetGen.Tests.Reference;

/// <summary>
/// A golden case: a network of the requirement documents with what PyTorch computes for it in float64, rounded to float32. The tensors
/// are described in the script that wrote them, make_golden.py, beside them.
/// </summary>
internal sealed class GoldenCase
{
    private readonly SafetensorsFile _tensors;
    private readonly JsonElement _optimizer;
    private readonly List<(string Tensor, int Layer, bool IsBeforeActivation)> _activations = [];

    private GoldenCase(JsonElement json, SafetensorsFile tensors)
    {
        _tensors = tensors;
        _optimizer = json.GetProperty("optimizer");
        int[] input = [.. json.GetProperty("input").EnumerateArray().Select(size => size.GetInt32())];
        var builder = new NetworkBuilder(input[0], input[1], input[2]);
        int layers = 0;
        foreach (JsonElement layer in json.GetProperty("layers").EnumerateArray())
        {
            string name = layer.GetProperty("name").GetString()!;
            bool isActivation = layer.GetProperty("op").GetString() == "activation";
            Add(builder, layer, name);
            if (!isActivation)
                layers++;
            _activations.Add((name, layers - 1, IsBeforeActivation: !isActivation));
        }

        // PyTorch's networks end in logits, and its loss applies the softmax; ours declare it, unless another activation is there.
        if (_activations[^1].IsBeforeActivation)
            builder.Activated(Activation.Softmax);
        Network = builder.Build(json.GetProperty("name").GetString()!);
    }

    /// <summary>The names of all cases.</summary>
    public static TheoryData<string> Names =>
    [
        "keras_lenet_relu3x3", "keras_lenet5_tanh", "d2l_lenet_sigmoid", "d2l_subclass_valid", "keras_mlp_relu",
        "torch_lenet5_relu_maxpool",
    ];

    /// <summary>The network; each golden activation is fused into the layer before it.</summary>
    public NetworkDefinition Network { get; }

    /// <summary>[images][input] the batch.</summary>
    public float[] Images => Tensor("input");

    /// <summary>[images] the batch's classes.</summary>
    public int[] Labels => Array.ConvertAll(_tensors["labels"].ToInt64s(), label => (int)label);

    /// <summary>[parameters] the initial parameters, in the network's order.</summary>
    public float[] Parameters => Flat("param");

    /// <summary>Each golden activation, with the layer that computes it; before that layer's own activation, or after.</summary>
    public IReadOnlyList<(string Tensor, int Layer, bool IsBeforeActivation)> Activations => _activations;

    /// <summary>The optimizer's name: sgd, rmsprop or adam.</summary>
    public string OptimizerName => _optimizer.GetProperty("name").GetString()!;

    /// <summary>Reads a case; skips the calling test where there are none.</summary>
    public static GoldenCase Read(string name)
    {
        string path = SharedData.Require("golden", name);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText($"{path}.json"));
        return new GoldenCase(json.RootElement.Clone(), Safetensors.Read($"{path}.safetensors"));
    }

    /// <summary>A hyper-parameter of the optimizer.</summary>
    public double Hyper(string name) => _optimizer.GetProperty(name).GetDouble();

    /// <summary>The case's optimizer, at its start, in double.</summary>
    public ReferenceOptimizer<double> StartOptimizer() => OptimizerName switch
    {
        "sgd" => ReferenceOptimizer<double>.Sgd(Hyper("lr"), Hyper("momentum")),
        "rmsprop" => ReferenceOptimizer<double>.RmsProp(Hyper("lr"), Hyper("rho"), Hyper("eps"), kerasEpsilon: false),
        "adam" => ReferenceOptimizer<double>.Adam(Hyper("lr"), Hyper("beta1"), Hyper("beta2"), Hyper("eps"), kerasEpsilon: false),
        string other => throw new InvalidDataException($"The golden optimizer is '{other}', which is not known."),
    };

    /// <summary>A tensor, row-major.</summary>
    public float[] Tensor(string name) => _tensors[name].ToSingles();

    /// <summary>[parameters] the parameter-shaped tensors of one kind (param, grad, trained), in the network's order.</summary>
    public float[] Flat(string kind) => [.. Network.Parameters.SelectMany(parameter => Tensor($"{kind}.{parameter.Name}"))];

    private static void Add(NetworkBuilder builder, JsonElement layer, string name)
    {
        switch (layer.GetProperty("op").GetString())
        {
            case "conv2d":
                builder.Conv(Integer("filters"), Integer("kernel"), pad: Integer("padding"), name: name);
                break;
            case "avgpool2d":
                builder.AveragePool(Integer("size"), name: name);
                break;
            case "maxpool2d":
                builder.MaxPool(Integer("size"), name: name);
                break;
            case "flatten":
                builder.Flatten(name);
                break;
            case "dense":
                builder.Dense(Integer("units"), name: name);
                break;
            case "activation":
                builder.Activated(Enum.Parse<Activation>(layer.GetProperty("function").GetString()!, ignoreCase: true));
                break;
            case string op:
                throw new InvalidDataException($"The golden layer '{name}' is of an unknown kind, '{op}'.");
        }

        int Integer(string property) => layer.GetProperty(property).GetInt32();
    }
}
