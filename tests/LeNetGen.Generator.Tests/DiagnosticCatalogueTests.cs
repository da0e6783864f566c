using System.Reflection;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

public class DiagnosticCatalogueTests
{
    private static readonly Type[] s_descriptors =
    [
        typeof(DeclarationDescriptors), typeof(GraphDescriptors), typeof(ShapeDescriptors), typeof(WeightsDescriptors),
        typeof(BudgetDescriptors),
    ];

    [Fact]
    public void Catalogue_AllDescriptors_AreListedInOrder()
    {
        DiagnosticDescriptor[] declared = s_descriptors
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .ToArray();
        Assert.Equal(declared, DiagnosticCatalogue.All);
        Assert.Equal(
            new[] { (1001, 29), (1030, 15), (2001, 22), (3001, 6), (4001, 6) }
                .SelectMany(range => Enumerable.Range(range.Item1, range.Item2))
                .Select(id => $"LNG{id}"),
            declared.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void Catalogue_Analyzers_SupportAll() => Assert.Equal(
        DiagnosticCatalogue.All.ToHashSet(),
        [
            .. new NetworkAnalyzer().SupportedDiagnostics, .. new WeightsAnalyzer().SupportedDiagnostics,
            .. new SummaryAnalyzer().SupportedDiagnostics,
        ]);
}
