using System.Reflection;

namespace NetConnect.Sandbox.Protocol;

/// <summary>
/// The actions of a service: every static method of this assembly that takes the service's call and an answer, under its own name.
/// Writing such a method is all it takes to add an action.
/// </summary>
internal static class ActionTable<TCall>
{
    private static readonly Dictionary<string, Action<TCall, XmlAnswer>> s_actions = typeof(ActionTable<>).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
        .Where(IsAction)
        .ToDictionary(method => method.Name,
            method => (Action<TCall, XmlAnswer>)method.CreateDelegate(typeof(Action<TCall, XmlAnswer>)), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => s_actions.Keys;

    public static Action<TCall, XmlAnswer>? Find(string action) => s_actions.TryGetValue(action, out var found) ? found : null;

    private static bool IsAction(MethodInfo method) =>
        method.ReturnType == typeof(void) && method.GetParameters() is { Length: 2 } parameters
        && parameters[0].ParameterType == typeof(TCall) && parameters[1].ParameterType == typeof(XmlAnswer);
}
