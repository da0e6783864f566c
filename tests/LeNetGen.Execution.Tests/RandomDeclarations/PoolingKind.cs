namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Poolings.</summary>
internal sealed class PoolingKind(Type attribute) : LayerKind(attribute, share: 3)
{
    /// <inheritdoc/>
    public override bool Reads(Shape input) => !input.IsVector;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input)
    {
        DrawnWindows windows = DrawnWindows.Draw(random, input, isPooling: true);
        return new DrawnLayer(windows.Write(new LayerArguments(random)), windows.Output(input.Channels));
    }
}
