using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace LeNetGen.Execution.Tests.Processes;

/// <summary>
/// Processes that the environment or a setting denies some of the processor's instructions compute the same bits as this one.
/// </summary>
public sealed class InstructionSetTests
{
    private static readonly Lazy<Smoke> s_here = new(() => Smoke.Run(VectorWidths.Default));

    [Fact]
    public void Process_AsTheProcessorIs_ComputesTheSameAtItsWidestVectors()
    {
        Smoke smoke = Start();

        Assert.Equal(s_here.Value.Digest, smoke.Digest);
        if (Avx512F.IsSupported)
            Assert.Equal(VectorWidth.Bits512, smoke.Width);
    }

    [SkippableTheory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Process_WithoutInstructions_ComputesTheSame(string knob)
    {
        Skip.IfNot(RuntimeInformation.ProcessArchitecture == Architecture.X64, $"{knob} is a knob for x64 processors.");
        Skip.IfNot(Avx2.IsSupported && Fma.IsSupported, $"Without AVX2 and FMA there is nothing to switch off by {knob}.");

        Smoke smoke = Start(new Dictionary<string, string> { [knob] = "0" });

        Assert.Equal(s_here.Value.Digest, smoke.Digest);
        // There are no vectors without a fused multiply-add, which AVX2 takes with it.
        Assert.Equal(knob == "DOTNET_EnableAVX512" ? VectorWidth.Bits256 : VectorWidth.Scalar, smoke.Width);
    }

    [Theory]
    [InlineData("512", VectorWidth.Bits512)]
    [InlineData("256", VectorWidth.Bits256)]
    [InlineData("128", VectorWidth.Bits128)]
    [InlineData("scalar", VectorWidth.Scalar)]
    public void Process_WithTheSetting_ComputesTheSameAtThatWidth(string setting, VectorWidth width) =>
        Assert.Equal(s_here.Value with { Width = width }, Start(arguments: setting));

    // Optimizers, and the norms that gradients are clipped by, are written with Vector<float>, whose width is the runtime's choice.
    [SkippableTheory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Process_WithElementwiseVectorsOfAnotherWidth_ComputesTheSame(int bits)
    {
        Skip.IfNot(bits <= 256 ? Avx2.IsSupported : Avx512F.IsSupported, $"There are no vectors of {bits} bits.");

        Smoke smoke = Start(new Dictionary<string, string> { ["DOTNET_MaxVectorTBitWidth"] = $"{bits}" });

        Assert.Equal(s_here.Value with { ElementwiseFloats = bits / 32 }, smoke);
    }

    private static Smoke Start(Dictionary<string, string>? variables = null, params string[] arguments)
    {
        ChildProcess process = ChildProcess.Run(typeof(InstructionSetTests).Assembly.Location, ["smoke", .. arguments], variables);
        Assert.Equal(("", 0), (process.Error, process.ExitCode));
        return Smoke.Parse(process.Output.TrimEnd());
    }
}
