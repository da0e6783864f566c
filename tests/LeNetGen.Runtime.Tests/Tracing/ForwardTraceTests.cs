using LeNetGen.Execution;
using LeNetGen.Tests.Reference;
using static LeNetGen.Layers;

namespace LeNetGen.Tests.Tracing;

/// <summary>What a run of Forward is as a definition.</summary>
public sealed class ForwardTraceTests
{
    private static readonly Shape s_image = new(1, 6, 6);

    [Fact]
    public void Trace_ResidualNetwork_IsTheDefinitionWrittenByHand()
    {
        NetworkDefinition traced = Traced.Network("Residual", s_image, ["Conv1", "Conv2", "Logits"], image =>
        {
            Node x = Relu(image.Conv("Conv1", 2, 3));
            x = LeakyRelu(x + x.Conv("Conv2", 2, 3), 0.1f);
            return Softmax(Flatten(MaxPooling2D(x, 2, 3)).Dense("Logits", 4));
        });

        (Shape map, Shape pooled, Shape vector) = (new Shape(2, 6, 6), new Shape(2, 3, 2), new Shape(4));
        var expected = new NetworkDefinition(
            "Residual",
            new InputDefinition(s_image, 1, 0, 0),
            [
                new Conv2DDefinition("Conv1", s_image, map, 3, 3, 1, 1, 1, 1),
                new ActivationDefinition("ReLU_1", map, map) { Activation = Activation.ReLU, ParameterOffset = 20 },
                new Conv2DDefinition("Conv2", map, map, 3, 3, 1, 1, 1, 1) { ParameterOffset = 20 },
                new AddDefinition("Add_1", map, map) { ParameterOffset = 58 },
                new ActivationDefinition("LeakyReLU_1", map, map)
                {
                    Activation = Activation.LeakyReLU,
                    NegativeSlope = 0.1f,
                    ParameterOffset = 58,
                },
                new MaxPooling2DDefinition("MaxPooling2D_1", map, pooled, 2, 3) { ParameterOffset = 58 },
                new FlattenDefinition("Flatten_1", pooled, new Shape(12)) { ParameterOffset = 58 },
                new DenseDefinition("Logits", new Shape(12), vector) { ParameterOffset = 58 },
                new ActivationDefinition("Softmax_1", vector, vector) { Activation = Activation.Softmax, ParameterOffset = 110 },
            ],
            [[-1], [0], [1], [1, 2], [3], [4], [5], [6], [7]]);
        Assert.Null(expected.DifferenceFrom(traced));
        Assert.True(traced.EndsInSoftmax);
        Assert.False(traced.IsSequential);
    }

    [Fact]
    public void Trace_EveryFunctionAndOperator_IsALayerOfItsShape()
    {
        NetworkDefinition traced = Traced.Network("Functions", new Shape(2, 6, 7), [], image =>
        {
            Node square = Concatenate(MaxPooling2D(image, 2), AveragePooling2D(image, 2));
            Node oblong = Concatenate(AveragePooling2D(image, 3, 2), MaxPooling2D(image, 3, 2));
            Node vector = Concatenate(Flatten(square * square), Flatten(Tanh(oblong)), Flatten(image));
            return Dropout(Sigmoid(vector) + LeakyRelu(Relu(vector)), 0.25);
        });

        Assert.Equal(
            [
                "MaxPooling2D_1: 2@3x3", "AveragePooling2D_1: 2@3x3", "Concatenate_1: 4@3x3",
                "AveragePooling2D_2: 2@2x3", "MaxPooling2D_2: 2@2x3", "Concatenate_2: 4@2x3",
                "Multiply_1: 4@3x3", "Flatten_1: 36", "Tanh_1: 4@2x3", "Flatten_2: 24", "Flatten_3: 84", "Concatenate_3: 144",
                "Sigmoid_1: 144", "ReLU_1: 144", "LeakyReLU_1: 144", "Add_1: 144", "Dropout_1: 144",
            ],
            traced.Layers.Select(layer => $"{layer.Name}: {layer.Output}"));
        Assert.Equal([7, 9, 10], traced.InputsOf(11).AsEnumerable());
        Assert.Equal([2, 2], traced.InputsOf(6).AsEnumerable());
        Assert.Equal([12, 14], traced.InputsOf(15).AsEnumerable());
        Assert.Equal(0.2f, traced.Layers[14].NegativeSlope);
        Assert.Equal(0.25, Assert.IsType<DropoutDefinition>(traced.Layers[16]).Rate);
    }

    [Fact]
    public void Trace_SharedLayers_HaveTheParametersOfTheFirstCall()
    {
        NetworkDefinition traced = Traced.Network("Shared", s_image, ["Conv", "Pool", "Hidden", "Last"], image =>
        {
            // A convolution may be shared at another height and width; a pool has nothing to share.
            var pool = new MaxPooling2DAttribute(2);
            Node left = image.Conv("Conv", 3, 3).Call("Pool", pool), right = MaxPooling2D(image, 2).Conv("Conv", 3, 3);
            Node x = Flatten((left + right).Call("Pool", pool));
            return Concatenate(x.Dense("Hidden", 3), x.Dense("Last", 3), x.Dense("Hidden", 3), x.Dense("Hidden", 3));
        });

        Assert.Equal(
            [
                ("Conv", null, 0), ("Pool", null, 30), ("MaxPooling2D_1", null, 30), ("Conv_2", "Conv", 0), ("Add_1", null, 30),
                ("Pool_2", null, 30), ("Flatten_1", null, 30), ("Hidden", null, 30), ("Last", null, 42), ("Hidden_2", "Hidden", 30),
                ("Hidden_3", "Hidden", 30), ("Concatenate_1", null, 54),
            ],
            traced.Layers.Select(layer => (layer.Name, layer.SharesWith, layer.ParameterOffset)));
        Assert.Equal(54, traced.ParameterCount);
        Assert.Equal(["Conv.weight", "Conv.bias"], traced.Layers[3].UsedParameters.Select(tensor => tensor.Name));
        Assert.Equal(6, traced.Parameters.Count());
    }

    [Fact]
    public void Trace_WhatDoesNotReachTheOutput_IsLeftOutButHasHadItsName()
    {
        NetworkDefinition traced = Traced.Network("Dead", s_image, ["Conv", "Other"], image =>
        {
            _ = Relu(image.Conv("Conv", 5, 3));
            Node x = image.Conv("Other", 2, 1);
            Node live = Relu(image.Conv("Conv", 5, 3));
            _ = x + x;
            Node output = Flatten(live);
            _ = Relu(output);
            return output;
        });

        Assert.Equal(["Conv_2", "ReLU_2", "Flatten_1"], traced.Layers.Select(layer => layer.Name));
        // The first call that is left owns the parameters.
        Assert.Equal(["Conv_2.weight", "Conv_2.bias"], traced.Parameters.Select(tensor => tensor.Name));
        Assert.True(traced.IsSequential);
    }

    [Fact]
    public void Trace_OrdinalsThatAreMethodNames_ArePassedOver()
    {
        string[] methods = ["ReLU_1", "ReLU_3", "Conv", "Conv_2", "Flatten"];
        NetworkDefinition traced = Traced.Network("Names", s_image, methods, image =>
        {
            Node x = Relu(image.Conv("Conv", 1, 1)) + Relu(image.Conv("Conv", 1, 1));
            x += Relu(x.Conv("ReLU_1", 1, 1).Conv("ReLU_1", 1, 1).Conv("Conv_2", 1, 1).Conv("Conv_2", 1, 1).Conv("ReLU_3", 1, 1));
            var flatten = new FlattenAttribute();
            return Concatenate(x.Call("Flatten", flatten), x.Call("Flatten", flatten), Flatten(x), Flatten(x));
        });

        Assert.Equal(
            [
                "Conv", "ReLU_2", "Conv_3", "ReLU_4", "Add_1", "ReLU_1", "ReLU_1_2", "Conv_2", "Conv_2_2", "ReLU_3", "ReLU_5", "Add_2",
                "Flatten", "Flatten_2", "Flatten_1", "Flatten_3", "Concatenate_1",
            ],
            traced.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void Trace_Initializers_AreTheLayersElseTheNetworks()
    {
        var network = new NetworkAttribute(1, 2, 2)
        {
            KernelInitializer = Initializer.HeNormal,
            BiasInitializer = Initializer.PyTorchUniform,
        };
        NetworkDefinition traced = ForwardTrace.Of(
            "Initialized", network, new InputDefinition(new Shape(1, 2, 2), 1, 0, 0), ["Conv", "A", "B", "C"], image => Flatten(
                image.Call("Conv", new Conv2DAttribute(1, 1)
                {
                    KernelInitializer = Initializer.Constant,
                    KernelConstant = 0.5f,
                    BiasInitializer = Initializer.Constant,
                    BiasConstant = -1,
                }))
                .Call("A", new DenseAttribute(2))
                .Call("B", new DenseAttribute(2) { KernelInitializer = Initializer.GlorotUniform, BiasInitializer = Initializer.Zeros })
                .Call("C", new DenseAttribute(2) { Activation = Activation.LeakyReLU, NegativeSlope = 0.5f }));

        Assert.Equal(
            [
                (Initializer.Constant, 0.5f), (Initializer.Constant, -1f), (Initializer.HeNormal, 0f), (Initializer.PyTorchUniform, 0f),
                (Initializer.GlorotUniform, 0f), (Initializer.Zeros, 0f), (Initializer.HeNormal, 0f), (Initializer.PyTorchUniform, 0f),
            ],
            traced.Parameters.Select(tensor => (tensor.Initializer, tensor.Constant)));
        Assert.Equal((Activation.LeakyReLU, 0.5f), (traced.Layers[^1].Activation, traced.Layers[^1].NegativeSlope));
    }

    [Fact]
    public void Trace_SharedInputNode_IsReadByAll()
    {
        NetworkDefinition traced = Traced.Network("Image", s_image, [], image => image * image + image);
        Assert.Equal([-1, -1], traced.InputsOf(0).AsEnumerable());
        Assert.Equal([0, -1], traced.InputsOf(1).AsEnumerable());
        Assert.Equal([0, 1], traced.ReadersOf(NetworkDefinition.InputIndex));
    }

    [Fact]
    public void Node_ToString_NamesItsLayerAndShape()
    {
        Node? node = null;
        Traced.Network("Any", s_image, ["Conv"], image => Relu(node = image.Conv("Conv", 8, 3)));
        Assert.Equal("Conv: 8@6x6", node!.ToString());
        Assert.Equal(new Shape(8, 6, 6), node.Shape);
    }
}
