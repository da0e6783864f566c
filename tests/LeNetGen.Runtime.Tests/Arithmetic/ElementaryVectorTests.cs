using System.Numerics;
using System.Runtime.Intrinsics;
using LeNetGen.Arithmetic;

namespace LeNetGen.Runtime.Tests.Arithmetic;

/// <summary>The vector forms of the elementary functions equal the scalar ones, bit for bit, in every lane.</summary>
public sealed class ElementaryVectorTests
{
    private const int Stride = 20011;

    // All sizes of both signs, with the edges, filled up to whole vectors of 512 bits.
    private static readonly float[] s_inputs = Inputs();

    [Fact]
    public void Sigmoid_EveryWidth_EqualsTheScalarForm() => AssertEveryWidth(
        Elementary.Sigmoid,
        Elementary.Sigmoid,
        Elementary.Sigmoid,
        Elementary.Sigmoid);

    [Fact]
    public void Tanh_EveryWidth_EqualsTheScalarForm() => AssertEveryWidth(
        Elementary.Tanh,
        Elementary.Tanh,
        Elementary.Tanh,
        Elementary.Tanh);

    [Fact]
    public void Exp_PreferredWidth_EqualsTheScalarForm()
    {
        float[] inputs = [.. s_inputs, -87.3f, MathF.BitDecrement(-87.3f), 88f, MathF.BitIncrement(88f)];
        Array.Resize(ref inputs, inputs.Length / Vector<float>.Count * Vector<float>.Count + Vector<float>.Count);
        for (int i = 0; i < inputs.Length; i += Vector<float>.Count)
        {
            Vector<float> actual = Elementary.Exp(new Vector<float>(inputs, i));
            for (int lane = 0; lane < Vector<float>.Count; lane++)
            {
                float expected = Elementary.Exp(inputs[i + lane]);
                if (!Floats.AreSame(expected, actual[lane]))
                    Assert.Fail($"At {inputs[i + lane]:R} the vector gives {actual[lane]:R}, not {expected:R}.");
            }
        }
    }

    private static void AssertEveryWidth(
        Func<float, float> scalar,
        Func<Vector128<float>, Vector128<float>> bits128,
        Func<Vector256<float>, Vector256<float>> bits256,
        Func<Vector512<float>, Vector512<float>> bits512)
    {
        float[] actual = new float[s_inputs.Length], expected = Array.ConvertAll(s_inputs, x => scalar(x));

        for (int i = 0; i < s_inputs.Length; i += Vector128<float>.Count)
            bits128(Vector128.Create(s_inputs, i)).CopyTo(actual, i);
        AssertSame(expected, actual, 128);

        Array.Clear(actual);
        for (int i = 0; i < s_inputs.Length; i += Vector256<float>.Count)
            bits256(Vector256.Create(s_inputs, i)).CopyTo(actual, i);
        AssertSame(expected, actual, 256);

        Array.Clear(actual);
        for (int i = 0; i < s_inputs.Length; i += Vector512<float>.Count)
            bits512(Vector512.Create(s_inputs, i)).CopyTo(actual, i);
        AssertSame(expected, actual, 512);
    }

    private static void AssertSame(float[] expected, float[] actual, int width)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Floats.AreSame(expected[i], actual[i]))
                Assert.Fail($"At {s_inputs[i]:R}, {width} bits give {actual[i]:R}, not {expected[i]:R}.");
        }
    }

    private static float[] Inputs()
    {
        List<float> inputs = [float.NaN, -float.NaN];
        foreach (float x in Floats.Strided(0, float.PositiveInfinity, Stride).Concat(Floats.Strided(1f / 4096, 100, Stride / 20)))
            inputs.AddRange([x, -x]);
        foreach (float edge in (float[])[87, 9.1f])
        {
            foreach (float x in (float[])[MathF.BitDecrement(edge), edge, MathF.BitIncrement(edge)])
                inputs.AddRange([x, -x]);
        }

        while (inputs.Count % Vector512<float>.Count != 0)
            inputs.Add(0);
        return [.. inputs];
    }
}
