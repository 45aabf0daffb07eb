using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>CreateClientVpnEndpoint, ModifyClientVpnEndpoint, DeleteClientVpnEndpoint, DescribeClientVpnEndpoints.</summary>
internal static class ClientVpnEndpointActions
{
    private const int LongestPrefix = 22;
    private const int ShortestPrefix = 12;

    public static void CreateClientVpnEndpoint(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = call.Region.ClientTokens.Once(call, () => Create(call));
        answer.Text("clientVpnEndpointId", endpoint.Id)
            .Node("status", status => status.Text("code", endpoint.State))
            .Text("dnsName", $"*.{endpoint.DnsName}");
    }

    public static void ModifyClientVpnEndpoint(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = Live(call);
        ClientVpnSettings before = endpoint.Settings;
        endpoint.Settings = ClientVpnSettingsInput.Read(call, before);
        // A change of the DNS servers resets all sessions (API Reference, ModifyClientVpnEndpoint).
        if (!before.DnsServers.SequenceEqual(endpoint.Settings.DnsServers))
            foreach (ClientVpnSession session in endpoint.Sessions) session.End();
        answer.Flag("return", true);
    }

    public static void DeleteClientVpnEndpoint(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = Live(call);
        if (endpoint.Associations.Count > 0)
            throw new ApiException("IncorrectState", $"The Client VPN endpoint {endpoint.Id} has target networks that must be disassociated first.");
        endpoint.Delete();
        answer.Node("status", status => status.Text("code", endpoint.State));
    }

    public static void DescribeClientVpnEndpoints(Ec2Call call, XmlAnswer answer)
    {
        foreach (ClientVpnEndpoint endpoint in call.Region.ClientVpnEndpoints.All) endpoint.Sweep();
        s_description.Answer(call, answer, call.Region.ClientVpnEndpoints);
    }

    /// <summary>The endpoint that a call is about; one that is being deleted is not there any more.</summary>
    public static ClientVpnEndpoint Live(Ec2Call call)
    {
        ClientVpnEndpoint endpoint = call.Region.ClientVpnEndpoints.Get(call.Parameters.Required("ClientVpnEndpointId"));
        if (!endpoint.IsLive) throw ResourceKind.ClientVpnEndpoint.NotFound(endpoint.Id);
        endpoint.Sweep();
        return endpoint;
    }

    private static readonly Description<ClientVpnEndpoint> s_description = new("ClientVpnEndpointId", "clientVpnEndpoint", new FilterSet<ClientVpnEndpoint>
    {
        { "endpoint-id", endpoint => endpoint.Id },
        { "transport-protocol", endpoint => endpoint.TransportProtocol },
    }, ClientVpnEndpointDescription.Write);

    private static ClientVpnEndpoint Create(Ec2Call call)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.ClientVpnEndpoint);
        Cidr cidr = ClientCidr(call.Parameters);
        string protocol = call.Parameters.Text("TransportProtocol") ?? "udp";
        if (protocol is not ("udp" or "tcp")) throw QueryParameters.Invalid("TransportProtocol", protocol, "Expecting udp or tcp.");
        IReadOnlyList<ClientVpnAuthentication> authentication = ClientVpnAuthenticationInput.Read(call);
        if (call.Parameters.Text("ConnectionLogOptions.Enabled") is null) throw QueryParameters.Missing("ConnectionLogOptions");
        ClientVpnSettings settings = ClientVpnSettingsInput.Read(call, old: null);
        if (settings.Vpc is { } vpc && vpc.Cidrs.Any(own => own.Overlaps(cidr)))
            throw QueryParameters.Invalid("ClientCidrBlock", cidr.ToString(), $"It overlaps the CIDR of {vpc.Id}.");
        if (call.Region.ClientVpnEndpoints.All.Count(endpoint => endpoint.IsLive) >= call.Region.Quotas.ClientVpnEndpointsPerRegion)
            throw new ApiException("ClientVpnEndpointLimitExceeded", "The maximum number of Client VPN endpoints has been reached.");
        ClientVpnEndpoint made = call.Region.ClientVpnEndpoints.Add(
            new ClientVpnEndpoint(call.Region, call.NewId(ResourceKind.ClientVpnEndpoint), cidr, authentication, protocol) { Settings = settings });
        call.Region.Tags.Set(made.Id, tags);
        return made;
    }

    private static Cidr ClientCidr(QueryParameters given)
    {
        string text = given.Required("ClientCidrBlock");
        return Cidr.TryParse(text, out Cidr? cidr) && !cidr.IsV6 && cidr.Length is >= ShortestPrefix and <= LongestPrefix && cidr.ToString() == text
            ? cidr
            : throw QueryParameters.Invalid("ClientCidrBlock", text, $"Expecting an IPv4 block from /{LongestPrefix} to /{ShortestPrefix}.");
    }
}
