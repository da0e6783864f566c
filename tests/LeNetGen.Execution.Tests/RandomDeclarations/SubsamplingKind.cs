namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Trainable subsamplings.</summary>
internal sealed class SubsamplingKind() : LayerKind(typeof(Subsampling2DAttribute), share: 3)
{
    /// <inheritdoc/>
    public override bool Reads(Shape input) => !input.IsVector;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input)
    {
        DrawnWindows windows = DrawnWindows.Draw(random, input, isPooling: true);
        Shape output = windows.Output(input.Channels);
        LayerArguments arguments = windows.Write(new LayerArguments(random)).Activated().Initialized();
        return new DrawnLayer(arguments, output, output.Length, 2L * output.Channels);
    }
}
