using System.Text;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Declaration.Graph;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// Writes the members of a network whose declaration is wrong. They throw, but they are there: otherwise every use of the class
/// would be an error as well, and the compiler would report those errors in place of the analyzer's, which tell the cause.
/// </summary>
internal sealed class WrongNetworkEmitter
{
    private const string Exception = "global::System.InvalidOperationException";
    private readonly SourceWriter _writer;
    private readonly NetworkDeclaration _declaration;
    private readonly string _exception;
    private readonly string _throw;

    private WrongNetworkEmitter(SourceWriter writer, NetworkDeclaration declaration, string message)
    {
        (_writer, _declaration) = (writer, declaration);
        _exception = $"new {Exception}({Literal.Of(message)})";
        _throw = $"throw {(IsOwn(GainedMembers.Declared) ? _exception : "Declared.Wrong()")}";
    }

    public static void Emit(SourceProductionContext context, (InferredNetwork Network, NetworkMode Mode) project)
    {
        NetworkType type = project.Network.Declaration.Type;
        if (type.Form != TypeForm.Closed)
            context.AddSource($"{type.HintName}.g.cs", SourceText.From(Write(project.Network, project.Mode), Encoding.UTF8));
    }

    public static string Write(InferredNetwork network, NetworkMode mode)
    {
        bool isTrained = mode == NetworkMode.Training;
        NetworkDeclaration declaration = network.Declaration;
        string message = network.Problems.FirstOrDefault(problem => problem.IsError) is { } reason
            ? $"The declaration of network '{declaration.Type.Name}' is wrong. {reason.Id}: {reason.Message}."
            : $"The declaration of network '{declaration.Type.Name}' does not compile.";
        return NetworkFile.Write(
            declaration.Type,
            [$"{declaration.Type.Name}: nothing could be generated, because its declaration is wrong. Its members throw."],
            [],
            isTrained && declaration.Type.Form == TypeForm.Network ? "global::LeNetGen.Network" : null,
            writer =>
            {
                var emitter = new WrongNetworkEmitter(writer, declaration, message);
                if (isTrained)
                    emitter.Write();
                else
                    emitter.WriteForInference();
            });
    }

    private NetworkType Type => _declaration.Type;

    private void Write()
    {
        // Another base class may have members of these names, or not.
        if (Type.Form == TypeForm.Underived)
            _writer.Line("#pragma warning disable CS0108, CS0114 // A member hides or overrides an inherited one");
        WriteConstants();
        WriteException();
        string hides = Type.Form == TypeForm.Network ? "new " : "";
        WriteUnlessOwn(
            GainedMembers.Definition,
            "The network's layers, shapes and parameters.",
            $"public static {hides}global::LeNetGen.NetworkDefinition Definition => {_throw};");
        if (Type.Form != TypeForm.Static)
        {
            WriteConstructors();
            WriteLayers();
            WriteUnlessOwn(
                GainedMembers.Load,
                "A network with the parameters of a file.",
                $"public static {Type.DisplayName} Load(string path) => {_throw};");
        }

        if (_declaration.Graph is { } graph)
            WriteGraphMembers(graph);
    }

    /// <summary>The members of a network that only predicts.</summary>
    private void WriteForInference()
    {
        WriteConstants();
        WriteException();
        WriteUnlessOwn(
            GainedMembers.Width, "The vector width.", $"public static global::LeNetGen.Execution.VectorWidth Width => {_throw};");
        WritePrediction("float", GainedMembers.Predict, GainedMembers.Classify);
        WritePrediction("byte", GainedMembers.PredictRaw, GainedMembers.ClassifyRaw);
        WriteUnlessOwn(GainedMembers.SelfTest, "Compares known answers.", $"public static string? SelfTest() => {_throw};");
        foreach (MethodDeclaration method in _declaration.Graph?.Methods ?? default)
            GraphMembersEmitter.Write(_writer, method, _throw);
    }

    private void WritePrediction(string element, string predict, string classify)
    {
        string image = $"global::System.ReadOnlySpan<{element}> image";
        WriteUnlessOwn(
            predict, "Computes one image.", $"public static void Predict({image}, global::System.Span<float> output) => {_throw};");
        WriteUnlessOwn(classify, "The class that is predicted.", $"public static int Classify({image}) => {_throw};");
    }

    private void WriteConstants()
    {
        // A length that is not known is 1, which is least likely to raise errors of its own where it is used.
        InputDeclaration input = _declaration.Input;
        bool isInputKnown = input is { Channels: > 0, Height: > 0, Width: > 0 } && SizeLimits.Elements(input) <= SizeLimits.Activations;
        int inputLength = isInputKnown ? (int)SizeLimits.Elements(input) : 1;
        LayerDeclaration? last = _declaration.Layers.LastOrDefault(layer => layer is not (ActivationDeclaration or DropoutDeclaration));
        int outputLength = last switch
        {
            DenseDeclaration { Units: > 0 } dense => dense.Units,
            RbfDeclaration { Codes.Rows.Count: > 0 } rbf => rbf.Codes.Rows.Count,
            _ => 1,
        };
        WriteUnlessOwn(
            GainedMembers.InputLength, "Elements of an input image.", $"public const int InputLength = {Literal.Of(inputLength)};");
        WriteUnlessOwn(
            GainedMembers.OutputLength, "Elements of an output.", $"public const int OutputLength = {Literal.Of(outputLength)};");
        WriteUnlessOwn(
            GainedMembers.ParameterCount, "Parameters of all layers; not known.", "public const int ParameterCount = 1;");
    }

    private void WriteException()
    {
        if (IsOwn(GainedMembers.Declared))
            return;
        _writer.Line();
        using (_writer.Braces("private static class Declared"))
            _writer.Line($"public static {Exception} Wrong() =>\n    {_exception};");
    }

    private void WriteConstructors()
    {
        if (!Type.CanGainConstructors)
            return;
        string toBase = Type.Form == TypeForm.Network
            ? $"\n    : base((global::LeNetGen.NetworkDefinition?)null ?? {_throw}, null!, seed)\n{{\n}}"
            : $" => {_throw};";
        string name = Identifier.Escape(Type.Name);
        WriteUnlessOwn(GainedMembers.SeedConstructor, "A network.", $"public {name}(int seed){toBase}");
        WriteUnlessOwn(
            GainedMembers.WidthConstructor,
            "A network.",
            $"public {name}(int seed, global::LeNetGen.Execution.VectorWidth width){toBase}");
    }

    private void WriteLayers()
    {
        IEnumerable<string> properties = _declaration.Layers
            .Where(layer => layer.HasParameters && layer.Method is null)
            .Select(layer => layer.Name)
            .Concat((_declaration.Graph?.Methods ?? default).Where(method => method.HasParameters).Select(method => method.Property));
        var written = new HashSet<string>(_declaration.TakenNames, StringComparer.Ordinal);
        foreach (string property in properties)
        {
            if (Identifier.IsValid(property) && written.Add(property))
            {
                Write(
                    "The parameters of a layer.",
                    $"public global::LeNetGen.Execution.LayerParameters {Identifier.Escape(property)} => {_throw};");
            }
        }
    }

    private void WriteGraphMembers(GraphDeclaration graph)
    {
        WriteUnlessOwn(
            GainedMembers.TraceForward,
            "The layers that Forward calls.",
            $"public static global::LeNetGen.NetworkDefinition TraceForward() => {_throw};");
        foreach (MethodDeclaration method in graph.Methods)
            GraphMembersEmitter.Write(_writer, method, _throw);
    }

    private bool IsOwn(string member) => _declaration.OwnMembers.Any(own => GainedMembers.Collide(own, member));

    private void WriteUnlessOwn(string member, string summary, string text)
    {
        if (!IsOwn(member))
            Write(summary, text);
    }

    private void Write(string summary, string text)
    {
        _writer.Line();
        _writer.Line($"/// <summary>{summary}</summary>");
        _writer.Line(text);
    }
}
