using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Reference;

public sealed class ReferenceOptimizerTests
{
    // Large enough for its placement to show.
    private const double Epsilon = 0.01;

    private static readonly double[] Gradients = [0.5, -0.25, 1.5];

    public static TheoryData<string> Names =>
    [
        "sgd", "momentum", "nesterov", "rmsprop keras", "rmsprop pytorch", "adam keras", "adam pytorch", "adamw keras", "adamw pytorch",
    ];

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
    public void RmsProp_SmallGradient_TellsThePlacementsApart()
    {
        double[] keras = [0], torch = [0];
        ReferenceOptimizer<double>.RmsProp(1, 0.75, 1e-4, kerasEpsilon: true).Step(keras, [0.02]);
        ReferenceOptimizer<double>.RmsProp(1, 0.75, 1e-4, kerasEpsilon: false).Step(torch, [0.02]);

        Assert.Equal(-0.02 / Math.Sqrt(2e-4), keras[0], 1e-12);
        Assert.Equal(-0.02 / 0.0101, torch[0], 1e-12);
    }

    [Fact]
    public void Step_Schedule_IsAskedForEachStepOnceFromZero()
    {
        ReferenceOptimizer<double> optimizer = ReferenceOptimizer<double>.Sgd(new StepDecay(1, everySteps: 1, factor: 0.5));
        double[] parameter = [0];
        foreach (double expected in new[] { -1, -1.5, -1.75 })
        {
            optimizer.Step(parameter, [1]);
            Assert.Equal(expected, parameter[0]);
        }
    }

    [Fact]
    public void Step_LengthsDiffer_Throws() =>
        Assert.Throws<ArgumentException>("gradient", () => ReferenceOptimizer<float>.Sgd(0.1).Step(new float[2], new float[3]));

    private static ReferenceOptimizer<T> Create<T>(string name) where T : System.Numerics.IFloatingPointIeee754<T>
    {
        bool keras = name.EndsWith("keras", StringComparison.Ordinal);
        return name.Split(' ')[0] switch
        {
            "sgd" => ReferenceOptimizer<T>.Sgd(0.1),
            "momentum" => ReferenceOptimizer<T>.Sgd(0.1, 0.9),
            "nesterov" => ReferenceOptimizer<T>.Sgd(0.1, 0.9, nesterov: true),
            "rmsprop" => ReferenceOptimizer<T>.RmsProp(0.01, 0.9, Epsilon, keras),
            "adam" => ReferenceOptimizer<T>.Adam(0.01, 0.9, 0.999, Epsilon, keras),
            _ => ReferenceOptimizer<T>.AdamW(0.01, 0.5, 0.9, 0.999, Epsilon, keras),
        };
    }

    // The formulas as their authors print them, unrearranged; Nesterov's as PyTorch's documentation has it.
    private static double Formula(string name)
    {
        double p = 1, b = 0, m = 0, v = 0;
        for (int t = 1; t <= Gradients.Length; t++)
        {
            double g = Gradients[t - 1];
            b = name == "sgd" ? g : 0.9 * b + g;
            m = 0.9 * m + 0.1 * g;
            double decay = name.StartsWith("rmsprop", StringComparison.Ordinal) ? 0.9 : 0.999;
            v = decay * v + (1 - decay) * g * g;
            (double correction1, double correction2) = (1 - Math.Pow(0.9, t), 1 - Math.Pow(0.999, t));
            if (name.StartsWith("adamw", StringComparison.Ordinal))
                p -= 0.01 * 0.5 * p;
            p -= name switch
            {
                "sgd" or "momentum" => 0.1 * b,
                "nesterov" => 0.1 * (g + 0.9 * b),
                "rmsprop keras" => 0.01 * g / Math.Sqrt(v + Epsilon),
                "rmsprop pytorch" => 0.01 * g / (Math.Sqrt(v) + Epsilon),
                "adam keras" or "adamw keras" => 0.01 * Math.Sqrt(correction2) / correction1 * m / (Math.Sqrt(v) + Epsilon),
                _ => 0.01 * (m / correction1) / (Math.Sqrt(v / correction2) + Epsilon),
            };
        }

        return p;
    }

    // docs/arithmetic.md, section 8, spelled out once more for a first step, when all state is 0.
    private static float FirstStep(string name, float p, float g)
    {
        const float epsilon = (float)Epsilon;
        if (name is "sgd" or "momentum")
            return MathF.FusedMultiplyAdd(-0.1f, g, p);
        if (name == "nesterov")
            return MathF.FusedMultiplyAdd(-0.1f, MathF.FusedMultiplyAdd(0.9f, g, g), p);
        if (name.StartsWith("rmsprop", StringComparison.Ordinal))
        {
            float meanSquare = (float)(1 - 0.9) * (g * g);
            return p - 0.01f * g / (name == "rmsprop keras" ? MathF.Sqrt(meanSquare + epsilon) : MathF.Sqrt(meanSquare) + epsilon);
        }

        float m = (float)(1 - 0.9) * g, v = (float)(1 - 0.999) * (g * g);
        double correction = Math.Sqrt(1 - 0.999);
        if (name.StartsWith("adamw", StringComparison.Ordinal))
            p = MathF.FusedMultiplyAdd(-(float)(0.01 * 0.5), p, p);
        if (name.EndsWith("keras", StringComparison.Ordinal))
            return p - (float)(0.01 * correction / (1 - 0.9)) * m / (MathF.Sqrt(v) + epsilon);
        return p - (float)(0.01 / (1 - 0.9)) * m / (MathF.Sqrt(v) * (float)(1 / correction) + epsilon);
    }
}
