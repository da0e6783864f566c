using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

public sealed class ReferenceOptimizerTests
{
    private static readonly double[] Gradients = [0.5, -0.25, 1.5];

    public static TheoryData<string> Names => ["sgd", "momentum", "rmsprop", "adam keras", "adam pytorch"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_ThreeStepsInDouble_FollowsThePublishedFormula(string name)
    {
        ReferenceOptimizer<double> optimizer = Create<double>(name);
        double[] parameter = [1];
        foreach (double gradient in Gradients)
            optimizer.Step(parameter, [gradient]);
        Assert.Equal(Formula(name), parameter[0], 1e-15);
    }

    // The root of a gradient this small is no larger than epsilon, so its two placements part.
    [Fact]
    public void Adam_SmallGradient_TellsThePlacementsApart()
    {
        double[] keras = [0], torch = [0];
        ReferenceOptimizer<double>.Adam(1, 0.9, 0.999, 1e-7, kerasEpsilon: true).Step(keras, [1e-7]);
        ReferenceOptimizer<double>.Adam(1, 0.9, 0.999, 1e-7, kerasEpsilon: false).Step(torch, [1e-7]);

        Assert.Equal(-Math.Sqrt(0.001) / (Math.Sqrt(0.001) + 1), keras[0], 1e-12);
        Assert.Equal(-0.5, torch[0], 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_Float_RoundsEachWrittenOperation(string name)
    {
        ReferenceOptimizer<float> optimizer = Create<float>(name);
        float[] parameters = RandomValues.Uniform<float>(1, 200);
        float[] gradient = RandomValues.Uniform<float>(2, 200);
        float[] start = [.. parameters];

        optimizer.Step(parameters, gradient);

        float[] expected = [.. start.Select((p, i) => FirstStep(name, p, gradient[i]))];
        Bits.AssertEqual(expected, parameters);
    }

    [Fact]
    public void Step_LengthsDiffer_Throws() =>
        Assert.Throws<ArgumentException>("gradient", () => ReferenceOptimizer<float>.Sgd(0.1).Step(new float[2], new float[3]));

    private static ReferenceOptimizer<T> Create<T>(string name) where T : System.Numerics.IFloatingPointIeee754<T> => name switch
    {
        "sgd" => ReferenceOptimizer<T>.Sgd(0.1),
        "momentum" => ReferenceOptimizer<T>.Sgd(0.1, 0.9),
        "rmsprop" => ReferenceOptimizer<T>.RmsProp(0.01, 0.9, 1e-7),
        _ => ReferenceOptimizer<T>.Adam(0.01, 0.9, 0.999, 1e-7, kerasEpsilon: name == "adam keras"),
    };

    // The formulas as their authors print them, unrearranged.
    private static double Formula(string name)
    {
        double p = 1, b = 0, m = 0, v = 0;
        for (int t = 1; t <= Gradients.Length; t++)
        {
            double g = Gradients[t - 1];
            b = name == "sgd" ? g : 0.9 * b + g;
            m = 0.9 * m + 0.1 * g;
            double decay = name == "rmsprop" ? 0.9 : 0.999;
            v = decay * v + (1 - decay) * g * g;
            (double correction1, double correction2) = (1 - Math.Pow(0.9, t), 1 - Math.Pow(0.999, t));
            p -= name switch
            {
                "sgd" or "momentum" => 0.1 * b,
                "rmsprop" => 0.01 * g / (Math.Sqrt(v) + 1e-7),
                "adam keras" => 0.01 * Math.Sqrt(correction2) / correction1 * m / (Math.Sqrt(v) + 1e-7),
                _ => 0.01 * (m / correction1) / (Math.Sqrt(v / correction2) + 1e-7),
            };
        }

        return p;
    }

    // docs/arithmetic.md, section 8, spelled out once more for a first step, when all state is 0.
    private static float FirstStep(string name, float p, float g)
    {
        if (name is "sgd" or "momentum")
            return MathF.FusedMultiplyAdd(-0.1f, g, p);
        if (name == "rmsprop")
        {
            float meanSquare = (float)(1 - 0.9) * (g * g);
            return p - 0.01f * g / (MathF.Sqrt(meanSquare) + 1e-7f);
        }

        float m = (float)(1 - 0.9) * g, v = (float)(1 - 0.999) * (g * g);
        double correction = Math.Sqrt(1 - 0.999);
        if (name == "adam keras")
            return p - (float)(0.01 * correction / (1 - 0.9)) * m / (MathF.Sqrt(v) + 1e-7f);
        return p - (float)(0.01 / (1 - 0.9)) * m / (MathF.Sqrt(v) * (float)(1 / correction) + 1e-7f);
    }
}
