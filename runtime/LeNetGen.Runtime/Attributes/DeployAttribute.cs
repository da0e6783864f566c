namespace LeNetGen;

/// <summary>
/// What a network may cost where it is shipped. The compiler refuses a declaration that costs more, in whatever mode it is compiled: who
/// trains a network is told before the training.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DeployAttribute : Attribute
{
    /// <summary>The most bytes of parameters in the program, with what fills up vectors; without it any number.</summary>
    public long MaxParameterBytes { get; set; } = long.MaxValue;

    /// <summary>The most bytes of memory for one prediction, of the widest vectors; without it any number.</summary>
    public long MaxWorkingBytes { get; set; } = long.MaxValue;

    /// <summary>The most multiply-adds for one image; without it any number.</summary>
    public long MaxMultiplyAdds { get; set; } = long.MaxValue;
}
