using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LeNetGen.Execution;

/// <summary>The vector width that a network's kernels run at. Results do not depend on it, bit for bit; speed does.</summary>
public enum VectorWidth
{
    /// <summary>No vectors. Also the choice where the processor has no fused multiply-add.</summary>
    Scalar = 32,

    /// <summary>128 bits: SSE with FMA, or Arm's AdvSimd.</summary>
    Bits128 = 128,

    /// <summary>256 bits: AVX2 with FMA.</summary>
    Bits256 = 256,

    /// <summary>512 bits: AVX-512.</summary>
    Bits512 = 512,
}

/// <summary>The choice of a vector width.</summary>
public static class VectorWidths
{
    /// <summary>
    /// The name of the AppContext setting (and runtimeconfig property) that overrides the choice: 512, 256, 128 or scalar.
    /// </summary>
    public const string SettingName = "LeNetGen.VectorWidth";

    /// <summary>
    /// The width used where none is asked for: that of the setting <see cref="SettingName"/>, else the widest the processor has.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting holds something else than 512, 256, 128 or scalar.</exception>
    public static VectorWidth Default { get; } = FromSetting() ?? Widest;

    // Vector512.IsHardwareAccelerated is false on processors where .NET fears throttling; there too these kernels run faster with it.
    private static VectorWidth Widest =>
        Avx512F.IsSupported ? VectorWidth.Bits512
        : Avx2.IsSupported && Fma.IsSupported ? VectorWidth.Bits256
        : Fma.IsSupported || AdvSimd.IsSupported ? VectorWidth.Bits128
        : VectorWidth.Scalar;

    private static VectorWidth? FromSetting() => AppContext.GetData(SettingName) switch
    {
        null or "" => null,
        "512" => VectorWidth.Bits512,
        "256" => VectorWidth.Bits256,
        "128" => VectorWidth.Bits128,
        "scalar" => VectorWidth.Scalar,
        object other => throw new InvalidOperationException($"The setting {SettingName} is '{other}'; it takes 512, 256, 128 or scalar."),
    };
}
