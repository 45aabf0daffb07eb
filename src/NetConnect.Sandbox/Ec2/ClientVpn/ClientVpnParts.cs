using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>What the Describe calls about the parts of one endpoint do: filter, cut a page, write.</summary>
internal static class ClientVpnParts
{
    /// <summary>A state as every part has it, with its message where there is one.</summary>
    public static XmlAnswer Status(this XmlAnswer node, TimedState state, string name = "status") => node.Node(name, status =>
        status.Text("code", state.Code).Text("message", state.Message.Length > 0 ? state.Message : null));

    public static void Answer<T>(
        Ec2Call call, XmlAnswer answer, string set, IEnumerable<T> parts, FilterSet<T> filters, Func<T, long> sequence, bool byId,
            Action<XmlAnswer, T> write)
    {
        Func<T, bool> passes = filters.Read(call.Parameters);
        (IEnumerable<T> page, string? next) = PageBounds.Usual.Cut(call, parts.Where(passes).ToList(), sequence, byId);
        answer.Set(set, page, write).Text("nextToken", next);
    }
}
