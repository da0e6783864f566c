using LeNetGen.Generator.Declaration.Graph;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes what lets a Forward run: the bodies of the methods that are layers, and TraceForward.</summary>
internal static class GraphMembersEmitter
{
    public static void Write(SourceWriter writer, ShapedNetwork network, GraphDeclaration graph)
    {
        string[] layers = [.. graph.Methods.Where(method => method.IsLayer).Select(method => Literal.Of(method.Name))];
        writer.Line("/// <summary>Runs Forward and writes down what it calls: the same layers that Definition has.</summary>");
        writer.Line("public static global::LeNetGen.NetworkDefinition TraceForward() => global::LeNetGen.Execution.ForwardTrace.Of(");
        writer.Line($"    {Literal.Of(network.Type.Name)},");
        writer.Line($"    {graph.Network},");
        writer.Line("    Definition.Input,");
        writer.Line($"    new string[] {{ {string.Join(", ", layers)} }},");
        writer.Line("    Forward);");
        foreach (MethodDeclaration method in graph.Methods)
        {
            string[] calls = [.. network.Layers.Where(layer => layer.Method == method.Name).Select(Describe)];
            Write(writer, method, $"{method.Parameter}.Call({Literal.Of(method.Name)}, {method.Attribute})", calls);
        }

        writer.Line();
    }

    /// <summary>A call, for whoever points at one in Forward.</summary>
    private static string Describe(ShapedLayer layer) =>
        $"{layer.Name}: {LayerText.OperationOf(layer)}, {layer.Input} -> {layer.Output}; {LayerText.CostOf(layer)}.";

    /// <summary>The generator's part of a method that is a layer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="method">The method.</param>
    /// <param name="body">What it evaluates.</param>
    /// <param name="calls">What each call of it is.</param>
    public static void Write(SourceWriter writer, MethodDeclaration method, string body, params string[] calls)
    {
        if (method.Signature is null)
            return;
        writer.Line();
        if (calls.Length > 0 && !method.IsDocumented)
            writer.Documentation($"<summary>{string.Join(" ", calls)}</summary>");
        writer.Line($"{method.Signature} =>");
        writer.Line($"    {body};");
    }
}
