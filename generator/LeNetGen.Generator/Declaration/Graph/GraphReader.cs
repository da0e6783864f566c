using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>Reads a class whose layers are methods, and its Forward.</summary>
internal static class GraphReader
{
    /// <summary>What a class declares by methods; null where it declares nothing so.</summary>
    public static GraphReading? Read(
        INamedTypeSymbol type, NetworkAttributes attributes, Compilation compilation, CancellationToken cancellation)
    {
        IReadOnlyList<LayerMethod> methods = LayerMethod.Of(type);
        bool hasLayers = methods.Any(method => method.Attributes.Count > 0);
        IMethodSymbol? forward = ForwardMethod.Of(type, hasLayers);
        if (!hasLayers && forward is null)
            return null;
        var declaration = new GraphDeclaration(
            methods.Select(method => method.ToDeclaration()).ToEquatableArray(), AttributeExpression.Of(attributes.Network));
        var reading = new GraphReading(declaration, methods, forward) { IsReadable = methods.All(IsReadable) };
        reading.Problems.AddRange(methods.SelectMany(LayerMethodChecks.Of));
        if (attributes.Layers.Count > 0)
            reading.Problems.Insert(0, Problem.Of(GraphDescriptors.TwoForms, Anchor.OfLayer(0), type.Name));
        else if (forward is null)
            reading.Problems.Add(Problem.Of(GraphDescriptors.ForwardMissing, Anchor.Class, type.Name));
        else if (ForwardMethod.ProblemOf(forward) is { } problem)
            reading.Problems.Add(problem);
        else
            ReadForward(reading, forward, compilation, cancellation);
        return reading;
    }

    /// <summary>A method without a body that is not partial is an error of the compiler's.</summary>
    private static bool IsReadable(LayerMethod method) => method.IsReadable
        && (MethodSignature.IsPartial(method.Symbol) || MethodSignature.HasBody(method.Symbol));

    private static void ReadForward(GraphReading reading, IMethodSymbol forward, Compilation compilation, CancellationToken cancellation)
    {
        if (MethodSignature.SyntaxOf(forward) is not { } syntax
            || BodyOf(syntax, compilation, cancellation) is not { } body)
        {
            reading.IsReadable = false;
            return;
        }

        IEnumerable<string> layers = reading.Methods.Where(method => method.Attributes.Count > 0).Select(method => method.Name);
        var calls = new ForwardCalls(forward.ContainingType.Name, layers);
        int returned = ForwardReader.Read(forward, body, calls, reading.Methods, cancellation);
        if (calls.IsComplete)
        {
            (reading.Calls, reading.ReachedCount) = ReachedCalls.Of(calls.Calls, returned);
            CheckUse(reading, calls, returned, body);
        }
        else
        {
            (reading.Calls, reading.ReachedCount) = (ReachedCalls.WithFirstCalls(calls.Calls), calls.Calls.Count);
        }

        reading.Problems.AddRange(calls.Problems);
        reading.Places = calls.Places;
        reading.IsComplete = calls.IsComplete;
    }

    /// <summary>Reports what is called or declared to no use.</summary>
    private static void CheckUse(GraphReading reading, ForwardCalls calls, int returned, IBlockOperation body)
    {
        foreach (int unused in ReachedCalls.UnusedIn(calls.Calls, returned))
        {
            (LayerDeclaration layer, CallSite site) = calls.Calls[unused];
            calls.Note(GraphDescriptors.ValueUnused, site.Syntax.GetLocation(), layer.Name);
        }

        for (int i = 0; i < reading.Methods.Count; i++)
        {
            LayerMethod method = reading.Methods[i];
            bool isCalled = calls.Calls.Any(call => call.Layer.Method == method.Name);
            if (!isCalled && !LayerMethodChecks.Of(method, i).Any())
                reading.Problems.Add(Problem.Of(GraphDescriptors.LayerNeverCalled, Anchor.OfMethod(i), method.Name));
        }

        if (returned == ShapedNetwork.InputIndex)
        {
            IOperation value = body.Descendants().OfType<IReturnOperation>().Last().ReturnedValue!;
            calls.Report(GraphDescriptors.ForwardWithoutLayers, value.Syntax.GetLocation());
        }
    }

    /// <summary>Forward's body, if the compiler finds no error in the method.</summary>
    private static IBlockOperation? BodyOf(MethodDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation)
    {
        SemanticModel model = compilation.GetSemanticModel(syntax.SyntaxTree);
        bool hasErrors = syntax.GetDiagnostics()
            .Concat(model.GetDiagnostics(syntax.Span, cancellation))
            .Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        return hasErrors || model.GetOperation(syntax, cancellation) is not IMethodBodyOperation body
            ? null
            : body.BlockBody ?? body.ExpressionBody;
    }
}
