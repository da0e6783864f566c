namespace LeNetGen.Weights;

/// <summary>The element types of safetensors files, under the names that the format gives them.</summary>
public enum SafetensorsType
{
    /// <summary>Truth values, one byte each.</summary>
    BOOL,

    /// <summary>Unsigned bytes.</summary>
    U8,

    /// <summary>Signed bytes.</summary>
    I8,

    /// <summary>Floats of 8 bits: 5 of exponent, 2 of fraction.</summary>
    F8_E5M2,

    /// <summary>Floats of 8 bits: 4 of exponent, 3 of fraction.</summary>
    F8_E4M3,

    /// <summary>Signed integers of 16 bits.</summary>
    I16,

    /// <summary>Unsigned integers of 16 bits.</summary>
    U16,

    /// <summary>IEEE floats of 16 bits.</summary>
    F16,

    /// <summary>Floats of 16 bits: the upper half of an <see cref="F32"/>.</summary>
    BF16,

    /// <summary>Signed integers of 32 bits.</summary>
    I32,

    /// <summary>Unsigned integers of 32 bits.</summary>
    U32,

    /// <summary>IEEE floats of 32 bits.</summary>
    F32,

    /// <summary>IEEE floats of 64 bits.</summary>
    F64,

    /// <summary>Signed integers of 64 bits.</summary>
    I64,

    /// <summary>Unsigned integers of 64 bits.</summary>
    U64,
}

/// <summary>What is known of the element types.</summary>
public static class SafetensorsTypes
{
    /// <summary>The size of an element, in bytes.</summary>
    public static int ElementSize(this SafetensorsType type) => type switch
    {
        SafetensorsType.I16 or SafetensorsType.U16 or SafetensorsType.F16 or SafetensorsType.BF16 => 2,
        SafetensorsType.I32 or SafetensorsType.U32 or SafetensorsType.F32 => 4,
        SafetensorsType.I64 or SafetensorsType.U64 or SafetensorsType.F64 => 8,
        _ => 1,
    };
}
