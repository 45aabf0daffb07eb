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

    private static readonly string[] s_addressTypes = ["EndpointIpAddressType", "TrafficIpAddressType"];

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
        // API Reference, ModifyClientVpnEndpoint: not supported so far.
        if (!call.Parameters.Under("TransitGatewayConfiguration").IsEmpty) throw Unsupported("TransitGatewayConfiguration cannot be changed.");
        ClientVpnSettings before = endpoint.Settings;
        ClientVpnSettings wanted = ClientVpnSettingsInput.Read(call, before);
        if (endpoint.LiveAssociations.FirstOrDefault(association => association.Subnet is { } subnet && subnet.Vpc != wanted.Vpc) is { } other)
            throw QueryParameters.Invalid("VpcId", wanted.Vpc!.Id, $"The endpoint has subnets in {other.Subnet!.Vpc.Id}.");
        if (endpoint.Attachment is not null && wanted.Vpc is not null) throw ClientVpnTransit.Either();
        CheckOverlap(wanted, endpoint.ClientCidr);
        endpoint.Settings = wanted;
        // Administrator Guide, "AWS Client VPN endpoints", what resets connections; for DNS servers also the API Reference, ModifyClientVpnEndpoint.
        if (!before.DnsServers.SequenceEqual(wanted.DnsServers) || before.SplitTunnel != wanted.SplitTunnel || before.VpnPort != wanted.VpnPort
            || before.ServerCertificateArn != wanted.ServerCertificateArn)
            endpoint.ResetSessions();
        answer.Flag("return", true);
    }

    public static void DeleteClientVpnEndpoint(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = Live(call);
        if (endpoint.Associations.Count > 0)
            throw new ApiException("ClientVpnEndpointAssociationExists", "The endpoint that you're trying to delete has associations "
                + string.Join(", ", endpoint.Associations.Select(association => association.Id)));
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

    private static readonly Description<ClientVpnEndpoint> s_description = new("ClientVpnEndpointId", "clientVpnEndpoint",
        new FilterSet<ClientVpnEndpoint>
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
        foreach (string kind in s_addressTypes) CheckAddressType(kind, call.Parameters.Text(kind) ?? "ipv4");
        if (call.Parameters.Text("ConnectionLogOptions.Enabled") is null) throw QueryParameters.Missing("ConnectionLogOptions");
        ClientVpnSettings settings = ClientVpnSettingsInput.Read(call, old: null);
        CheckOverlap(settings, cidr);
        ClientVpnTransit? transit = ClientVpnTransit.Read(call, settings);
        if (call.Region.ClientVpnEndpoints.All.Count(endpoint => endpoint.IsLive) >= call.Region.Quotas.ClientVpnEndpointsPerRegion)
            throw new ApiException("ClientVpnEndpointLimitExceeded", "The maximum number of Client VPN endpoints has been reached.");
        ClientVpnEndpoint made = call.Region.ClientVpnEndpoints.Add(
            new ClientVpnEndpoint(call.Region, call.NewId(ResourceKind.ClientVpnEndpoint), cidr, authentication, protocol) { Settings = settings });
        transit?.Attach(made);
        call.Region.Tags.Set(made.Id, tags);
        return made;
    }

    private static void CheckAddressType(string name, string type)
    {
        if (type is "ipv6" or "dual-stack") throw Unsupported($"The sandbox has IPv4 endpoints only, and {name} is {type}.");
        if (type != "ipv4") throw QueryParameters.Invalid(name, type, "Expecting ipv4, ipv6 or dual-stack.");
    }

    private static ApiException Unsupported(string why) => new("UnsupportedOperation", why);

    private static void CheckOverlap(ClientVpnSettings settings, Cidr clients)
    {
        if (settings.Vpc is { } vpc && vpc.Cidrs.Any(own => own.Overlaps(clients)))
            throw QueryParameters.Invalid("ClientCidrBlock", clients.ToString(), $"It overlaps the CIDR of {vpc.Id}.");
    }

    private static Cidr ClientCidr(QueryParameters given)
    {
        string text = given.Required("ClientCidrBlock");
        return Cidr.TryParse(text, out Cidr? cidr) && !cidr.IsV6 && cidr.Length is >= ShortestPrefix and <= LongestPrefix && cidr.ToString() == text
            ? cidr
            : throw QueryParameters.Invalid("ClientCidrBlock", text, $"Expecting an IPv4 block from /{LongestPrefix} to /{ShortestPrefix}.");
    }
}
