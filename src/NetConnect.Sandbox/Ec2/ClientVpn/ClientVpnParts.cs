using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>What the Describe calls about the parts of one endpoint do: filter, cut a page, write.</summary>
internal static class ClientVpnParts
{
    public static void Answer<T>(
        Ec2Call call, XmlAnswer answer, string set, IEnumerable<T> parts, FilterSet<T> filters, Func<T, long> sequence, bool byId, Action<XmlAnswer, T> write)
    {
        Func<T, bool> passes = filters.Read(call.Parameters);
        (IEnumerable<T> page, string? next) = PageBounds.Usual.Cut(call, parts.Where(passes).ToList(), sequence, byId);
        answer.Set(set, page, write).Text("nextToken", next);
    }
}
