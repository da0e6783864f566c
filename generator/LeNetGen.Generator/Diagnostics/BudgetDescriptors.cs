using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>LNG4xxx: what a network costs.</summary>
internal static class BudgetDescriptors
{
    private const string Category = "LeNetGen.Budgets";

    public static readonly DiagnosticDescriptor Summary = new(
        id: "LNG4001",
        title: "A network at one glance",
        messageFormat: "{0}: {1}, {2} for an image, {3} -> {4} in {5}; {6} of parameters, {7} of memory for each thread",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        helpLinkUri: HelpLink.Of("LNG4001"));

    public static readonly DiagnosticDescriptor LargeWorkspace = new(
        id: "LNG4002",
        title: "A network needs much memory",
        messageFormat: "Network '{0}' takes {1} of memory for each thread, more than {2}, most of it for {3}; reduce the sizes, "
            + "such as by a stride or a pooling above",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG4002"));

    public static readonly DiagnosticDescriptor ParameterBudget = new(
        id: "LNG4003",
        title: "Parameters exceed the budget",
        messageFormat: "Network '{0}' takes {1} bytes of parameters, but [Deploy] allows {2}; "
            + "reduce the sizes of the layers: {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG4003"));

    public static readonly DiagnosticDescriptor WorkingBudget = new(
        id: "LNG4004",
        title: "Working memory exceeds the budget",
        messageFormat: "Network '{0}' takes {1} bytes of working memory, but [Deploy] allows {2}; "
            + "reduce the sizes of what lies in memory: {3}, of which places are used again once they are free",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG4004"));

    public static readonly DiagnosticDescriptor MultiplyAddBudget = new(
        id: "LNG4005",
        title: "Multiply-adds exceed the budget",
        messageFormat: "Network '{0}' takes {1} multiply-adds for an image, but [Deploy] allows {2}; "
            + "reduce the sizes of the layers: {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG4005"));

    public static readonly DiagnosticDescriptor MuchUnrolled = new(
        id: "LNG4006",
        title: "A layer is too large to have no loops",
        messageFormat: "Layer '{0}': Unroll.{1} would write {2} multiply-adds one after the other, more than {3}; "
            + "Unroll.{4}, which writes {5}, is done instead: declare that",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG4006"));
}
