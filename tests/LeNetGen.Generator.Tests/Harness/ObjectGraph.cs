using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

/// <summary>
/// Looks for what must not travel through a generator's pipeline: it would keep a whole compilation alive, or never compare equal.
/// </summary>
internal static class ObjectGraph
{
    /// <summary>Demands that nothing reachable from a value is the compiler's, a delegate or an array type without equality.</summary>
    public static void AssertPlain(object? value) => Visit(value, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static void Visit(object? value, HashSet<object> seen)
    {
        if (value is null)
            return;
        Type type = value.GetType();
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or Delegate
            || type.Assembly == typeof(Compilation).Assembly
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)),
            $"The pipeline carries a {type}.");
        if (type.IsPrimitive || type.IsEnum || value is string || !seen.Add(value))
            return;
        if (value is Array elements)
        {
            foreach (object? element in (IEnumerable)elements)
                Visit(element, seen);
            return;
        }

        for (Type? level = type; level is not null; level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(Fields))
                Visit(field.GetValue(value), seen);
        }
    }
}
