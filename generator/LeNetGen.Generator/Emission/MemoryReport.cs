using LeNetGen.Generator.Golden;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>The memory plan of a network in Markdown: what it takes in all, each layer, each buffer, each step.</summary>
internal static class MemoryReport
{
    public static IEnumerable<string> LinesOf(ShapedNetwork network)
    {
        var plan = MemoryPlan.Of(network);
        return
        [
            $"# Memory of {MarkdownTable.Code(network.Type.FullName)}",
            "",
            "What the network takes in a program that only predicts, one image at a time: with vectors of 512 bits, which need most.",
            "",
            .. Totals(network, plan),
            "",
            "How many bytes of code the kernels are is for the native compiler to say: `dotnet publish -p:IlcGenerateMapFile=true` lists every",
            $"method of the namespace `{KernelsEmitter.NamespaceOf(network.Type)}` in `obj/…/native/NAME.map.xml`.",
            "",
            "## Layers",
            "",
            "Parameters are packed for the kernels: output channels are filled up to whole vectors, tensors to whole cache lines. Layers",
            "without bytes in use are views of what another has written.",
            "",
            .. Layers(network, plan),
            "",
            "## Buffers",
            "",
            "A buffer is needed from the step that writes it to the last that reads it; then its place is free for another.",
            "",
            .. Buffers(plan),
            "",
            "## Steps",
            "",
            Peak(plan),
            "",
            .. Steps(plan),
        ];
    }

    private static IEnumerable<string> Totals(ShapedNetwork network, MemoryPlan plan)
    {
        var table = new MarkdownTable("What", "Where", "Bytes:");
        long imageBytes = (long)network.InputShape.Length * sizeof(float);
        long alignment = plan.Cost.WorkingBytes - plan.BufferBytes - imageBytes;
        table.Add("Parameters, packed", "read-only data", Literal.Grouped(plan.Cost.ParameterBytes));
        table.Add("Images and answers of the self-test", "read-only data", Literal.Grouped(GoldenImage.BytesOf(network)));
        table.Add("The image as floats", PredictorEmitter.PlaceOf(imageBytes), Literal.Grouped(imageBytes));
        table.Add("All buffers of layers", PredictorEmitter.PlaceOf(plan.BufferBytes), Literal.Grouped(plan.BufferBytes));
        table.Add("To start both at a cache line", "", Literal.Grouped(alignment));
        table.Add("**Working memory**: image, buffers, alignment", "", $"**{Literal.Grouped(plan.Cost.WorkingBytes)}**");
        return table.Lines();
    }

    private static IEnumerable<string> Layers(ShapedNetwork network, MemoryPlan plan)
    {
        var table = new MarkdownTable(
            "Layer", "Operation", "Input", "Output", "Parameters:", "Parameter bytes:", "Multiply-adds:", "Bytes in use:");
        Dictionary<string, long> parameters = plan.Cost.Parameters.ToDictionary(layer => layer.Layer, layer => layer.Cost);
        foreach (ShapedLayer layer in network.Layers)
        {
            long bytesInUse = Enumerable.Range(0, plan.Steps.Count)
                .Where(step => plan.Steps[step].Computes(layer))
                .Select(plan.BytesInUse)
                .DefaultIfEmpty()
                .Max();
            table.Add(
                MarkdownTable.Code(layer.Name),
                LayerText.OperationOf(layer) + (layer.Activation.Kind == default ? "" : $", {LayerText.ActivationOf(layer)}"),
                layer.Input.ToString(),
                layer.Output.ToString(),
                Number(layer.ParameterCount),
                Number(parameters.TryGetValue(layer.Name, out long bytes) ? bytes : 0),
                Number(layer.MultiplyAdds),
                Number(bytesInUse));
        }

        table.Add(
            "**total**",
            "",
            network.InputShape.ToString(),
            network.Output.ToString(),
            Number(network.ParameterCount),
            Number(plan.Cost.ParameterBytes),
            Number(network.MultiplyAdds),
            "");
        return table.Lines();
    }

    private static IEnumerable<string> Buffers(MemoryPlan plan)
    {
        var table = new MarkdownTable("Buffer", "Shape", "Starts at:", "Bytes:", "Steps");
        foreach (BufferLife buffer in plan.Buffers)
        {
            string steps = NumberOf(buffer.First) + (buffer.Last == buffer.First ? "" : $" to {NumberOf(buffer.Last)}");
            table.Add(
                MarkdownTable.Code(buffer.Region.Name),
                buffer.Region.Shape,
                Literal.Grouped(buffer.Start),
                Literal.Grouped(buffer.Bytes),
                steps);
        }

        return table.Lines();
    }

    private static string Peak(MemoryPlan plan)
    {
        int peak = Enumerable.Range(0, plan.Steps.Count).OrderByDescending(plan.BytesInUse).First();
        return $"At most {Literal.Grouped(plan.BytesInUse(peak))} bytes are in use at once, in step {NumberOf(peak)}; all buffers lie in "
            + $"{Literal.Grouped(plan.BufferBytes)}.";
    }

    private static IEnumerable<string> Steps(MemoryPlan plan)
    {
        var table = new MarkdownTable("Step:", "Call", "Buffers in use", "Bytes in use:");
        for (int step = 0; step < plan.Steps.Count; step++)
        {
            table.Add(
                NumberOf(step),
                MarkdownTable.Code(plan.Steps[step].Method),
                string.Join(", ", plan.InUse(step).Select(buffer => MarkdownTable.Code(buffer.Region.Name))),
                Literal.Grouped(plan.BytesInUse(step)));
        }

        return table.Lines();
    }

    /// <summary>People count from one.</summary>
    private static string NumberOf(int step) => Literal.Of(step + 1);

    private static string Number(long value) => value == 0 ? "" : Literal.Grouped(value);
}
