using System.Reflection;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

public class DiagnosticCatalogueTests
{
    [Fact]
    public void Catalogue_AllDescriptors_AreListedInOrder()
    {
        DiagnosticDescriptor[] declared = new[] { typeof(DeclarationDescriptors), typeof(GraphDescriptors), typeof(ShapeDescriptors) }
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .ToArray();
        Assert.Equal(declared, DiagnosticCatalogue.All);
        Assert.Equal(
            new[] { (1001, 18), (1022, 5), (1030, 15), (2001, 16) }
                .SelectMany(range => Enumerable.Range(range.Item1, range.Item2))
                .Select(id => $"LNG{id}"),
            declared.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void Catalogue_Analyzer_SupportsAll() => Assert.Equal(DiagnosticCatalogue.All, new NetworkAnalyzer().SupportedDiagnostics);
}
