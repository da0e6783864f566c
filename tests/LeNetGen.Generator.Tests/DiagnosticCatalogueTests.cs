using System.Reflection;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

public class DiagnosticCatalogueTests
{
    [Fact]
    public void Catalogue_AllDescriptors_AreListedInOrder()
    {
        DiagnosticDescriptor[] declared = new[] { typeof(DeclarationDescriptors), typeof(ShapeDescriptors) }
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .ToArray();
        Assert.Equal(declared, DiagnosticCatalogue.All);
        Assert.Equal(
            Enumerable.Range(1001, 18).Concat(Enumerable.Range(1022, 5)).Concat(Enumerable.Range(2001, 12)).Select(id => $"LNG{id}"),
            declared.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void Catalogue_Analyzer_SupportsAll() => Assert.Equal(DiagnosticCatalogue.All, new NetworkAnalyzer().SupportedDiagnostics);
}
