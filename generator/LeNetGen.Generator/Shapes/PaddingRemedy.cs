using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>What to do about the padding of a layer whose windows do not suit its input, in words.</summary>
internal static class PaddingRemedy
{
    /// <summary>The remedy; a pooling function of LeNetGen.Layers has no padding, only attributes have.</summary>
    /// <param name="window">The layer's windows.</param>
    /// <param name="isFunction">Whether the layer is a call of such a function.</param>
    public static string Of(WindowDeclaration window, bool isFunction)
    {
        if (isFunction)
            return "declare it as a method whose attribute sets Padding = Padding.Same";
        return window.Pads.Count > 0 ? "enlarge the padding" : "set Padding = Padding.Same";
    }
}
