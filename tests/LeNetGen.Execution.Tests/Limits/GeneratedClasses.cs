using System.Reflection;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>The networks of this assembly and of the sample's, as the compiler made them of generated code.</summary>
internal static class GeneratedClasses
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The declared networks.</summary>
    public static IEnumerable<Type> Networks => ((Assembly[])[typeof(GeneratedClasses).Assembly, typeof(LeNet).Assembly])
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.BaseType == typeof(Network) && type.IsDefined(typeof(NetworkAttribute)));

    /// <summary>The one of them that has a full name.</summary>
    public static Type Find(string fullName) => Networks.Single(network => network.FullName == fullName);

    /// <summary>A network's kernels, a class for each vector width, in a namespace of their own.</summary>
    public static IEnumerable<Type> KernelsOf(Type network) => network.Assembly.GetTypes().Where(type =>
        type.IsSubclassOf(typeof(NetworkKernels)) && type.Namespace == "LeNetGen.Generated." + network.FullName!.Replace('.', '_'));

    /// <summary>All that was generated for a network: its class's methods and its kernels'.</summary>
    public static IEnumerable<MethodBase> CodeOf(Type network) => KernelsOf(network).Prepend(network).SelectMany(MethodsOf);

    /// <summary>The methods, properties and constructors of a class and of those nested in it.</summary>
    public static IEnumerable<MethodBase> MethodsOf(Type type) =>
    [
        .. type.GetMethods(Declared).Where(method => !method.IsAbstract),
        .. type.GetConstructors(Declared),
        .. type.GetNestedTypes(Declared).SelectMany(MethodsOf),
    ];
}
