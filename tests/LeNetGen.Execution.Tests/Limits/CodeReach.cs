using System.Reflection;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>What code reaches: the types that it and whatever of ours it calls, directly or not, name.</summary>
internal static class CodeReach
{
    /// <summary>The methods in a namespace that these methods use, each with the way to it.</summary>
    /// <param name="methods">Where to start.</param>
    /// <param name="name">The namespace.</param>
    /// <returns>Sentences such as <c>A.B -> C.D uses E.F</c>.</returns>
    public static IReadOnlyList<string> UsesOf(IEnumerable<MethodBase> methods, string name)
    {
        var uses = new List<string>();
        var ways = new Dictionary<MethodBase, string>();
        var pending = new Queue<MethodBase>();
        foreach (MethodBase method in methods)
            Enqueue(method, NameOf(method));
        while (pending.TryDequeue(out MethodBase? method))
        {
            MemberInfo[] members = [.. MembersOf(method)];
            uses.AddRange(members
                .Where(member => TypesOf(member).Any(type => IsIn(type, name)))
                .Select(member => $"{ways[method]} uses {NameOf(member)}"));
            foreach (MethodBase called in members.OfType<MethodBase>().Where(IsOurs))
                Enqueue(called, $"{ways[method]} -> {NameOf(called)}");
        }

        return uses;

        void Enqueue(MethodBase method, string way)
        {
            if (method.GetMethodBody() is not null && ways.TryAdd(method, way))
                pending.Enqueue(method);
        }
    }

    /// <summary>Everything a method names, in its signature, its locals and its code.</summary>
    private static IEnumerable<MemberInfo> MembersOf(MethodBase method)
    {
        var il = new MethodIl(method);
        return il.Members().Concat(il.Locals).Concat(method.GetParameters().Select(parameter => parameter.ParameterType));
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo method =>
            [method.DeclaringType!, method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        _ => [member.DeclaringType!],
    };

    private static bool IsIn(Type type, string name) =>
        type.HasElementType ? IsIn(type.GetElementType()!, name)
        : type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true
            || (type.IsGenericType && type.GetGenericArguments().Any(argument => IsIn(argument, name)));

    private static bool IsOurs(MethodBase method) => method.DeclaringType?.Assembly is Assembly assembly
        && (assembly == typeof(Network).Assembly || assembly == typeof(CodeReach).Assembly);

    private static string NameOf(MemberInfo member) =>
        member.DeclaringType is null ? member.Name : $"{member.DeclaringType.Name}.{member.Name}";
}
