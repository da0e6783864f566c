namespace LeNetGen.Generator.Declaration;

/// <summary>What an attribute says of one tensor before training; null where it says nothing.</summary>
internal readonly record struct InitializerDeclaration(Initializer? Initializer, float? Constant)
{
    /// <summary>Reads <c>KernelInitializer</c> and <c>KernelConstant</c>, or with the prefix Bias those of the bias.</summary>
    public static InitializerDeclaration Read(WrittenArguments arguments, string prefix) =>
        new((Initializer?)arguments.OptionalInteger(prefix + "Initializer"), arguments.OptionalSingle(prefix + "Constant"));
}
