using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>CreateVpnConnection, DeleteVpnConnection, DescribeVpnConnections.</summary>
internal static class VpnConnectionActions
{
    public static void CreateVpnConnection(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.VpnConnection);
        VpnGateway.CheckType(call);
        CustomerGateway customerGateway = call.Region.CustomerGateways.GetLive(call.Parameters.Required("CustomerGatewayId"));
        IVpnTarget target = VpnConnectionRules.Target(call);
        QueryParameters given = call.Parameters.Under("Options");
        VpnConnectionOptions options = VpnConnectionOptionsInput.Read(given, target);
        IReadOnlyList<TunnelOptions> tunnels = VpnConnectionOptionsInput.ReadTunnels(given, options, customerGateway);
        bool keysAreElsewhere = VpnConnectionRules.KeysAreElsewhere(call);

        VpnConnection? connection = Existing(call.Region, target, customerGateway, options, tunnels);
        if (connection is null)
        {
            VpnConnectionRules.CheckGateways(target, customerGateway, options.StaticRoutesOnly);
            VpnConnectionRules.CheckQuotas(call.Region, target);
            CheckInside(call.Region, target, tunnels);
            connection = VpnConnectionFactory.Create(call, target, customerGateway, options, tunnels);
            connection.KeysAreElsewhere = keysAreElsewhere;
            call.Region.Tags.Set(connection.Id, tags);
        }
        answer.Node("vpnConnection", node => VpnConnectionDescription.Write(node, connection, call.Region));
    }

    public static void DeleteVpnConnection(Ec2Call call, XmlAnswer answer)
    {
        VpnConnection connection = call.Region.VpnConnections.Get(call.Parameters.Required("VpnConnectionId"));
        if (connection.State.Code == "deleted") throw ResourceKind.VpnConnection.NotFound(connection.Id);
        if (connection.IsLive) connection.Delete();
        answer.Flag("return", true);
    }

    public static void DescribeVpnConnections(Ec2Call call, XmlAnswer answer) =>
        VpnConnectionDescription.Instance.Answer(call, answer, call.Region.VpnConnections);

    // Between a virtual private gateway and a device there is one connection: to ask for it again gives it, to ask for another fails.
    private static VpnConnection? Existing(Ec2Region region, IVpnTarget target, CustomerGateway customerGateway,
        VpnConnectionOptions options, IReadOnlyList<TunnelOptions> tunnels)
    {
        if (target is not VpnGateway gateway) return null;
        VpnConnection? known = gateway.Connections.FirstOrDefault(connection => connection.CustomerGateway == customerGateway);
        if (known is null) return null;
        if (known.StaticRoutesOnly == options.StaticRoutesOnly
            && tunnels.Select((tunnel, i) => tunnel.IsMetBy(known.Tunnels[i].Options)).All(isMet => isMet)) return known;
        throw VpnConnectionRules.Conflict(gateway, customerGateway, known);
    }

    private static void CheckInside(Ec2Region region, IVpnTarget target, IReadOnlyList<TunnelOptions> tunnels)
    {
        VpnConnectionRules.CheckInside(tunnels.Select(tunnel => tunnel.InsideCidr), Taken(v6: false), target);
        VpnConnectionRules.CheckInside(tunnels.Select(tunnel => tunnel.InsideIpv6Cidr), Taken(v6: true), target);

        IEnumerable<Cidr> Taken(bool v6) => VpnConnectionFactory.TakenInside(region, target, v6);
    }
}
