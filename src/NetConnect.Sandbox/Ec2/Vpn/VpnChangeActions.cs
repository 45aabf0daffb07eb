using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>
/// ModifyVpnConnection, ModifyVpnConnectionOptions: both tunnels go down, and keep their outside addresses and options.
/// </summary>
internal static class VpnChangeActions
{
    public static void ModifyVpnConnection(Ec2Call call, XmlAnswer answer)
    {
        VpnConnection connection = VpnConnectionRules.Changeable(call);
        bool movesTarget = call.Parameters.Text("VpnGatewayId") is not null || call.Parameters.Text("TransitGatewayId") is not null;
        string? customerGatewayId = call.Parameters.Text("CustomerGatewayId");
        if (!movesTarget && customerGatewayId is null)
            throw new ApiException("MissingParameter",
                "The request must contain at least one of customerGatewayId, transitGatewayId, vpnGatewayId");
        IVpnTarget target = movesTarget ? VpnConnectionRules.Target(call) : connection.Target;
        CustomerGateway customerGateway = customerGatewayId is null
            ? connection.CustomerGateway
            : call.Region.CustomerGateways.GetLive(customerGatewayId);
        VpnConnectionRules.CheckGateways(target, customerGateway, connection.StaticRoutesOnly);
        CheckOnlyOne(connection, target, customerGateway);
        if (target != connection.Target) CheckMove(call.Region, connection, target);

        connection.CustomerGateway = customerGateway;
        connection.MoveTo(target);
        Restart(call, answer, connection);
    }

    public static void ModifyVpnConnectionOptions(Ec2Call call, XmlAnswer answer)
    {
        VpnConnection connection = VpnConnectionRules.Changeable(call);
        (string? local, string? remote) = VpnConnectionOptionsInput.Networks(call.Parameters, connection.Options);
        string bandwidth = VpnConnectionOptionsInput.Bandwidth(call.Parameters, connection.Options.Bandwidth);
        if (connection.VpnGateway is not null) VpnConnectionOptionsInput.CheckBandwidth(bandwidth);
        connection.Options.LocalNetwork = local ?? connection.Options.LocalNetwork;
        connection.Options.RemoteNetwork = remote ?? connection.Options.RemoteNetwork;
        connection.Options.Bandwidth = bandwidth;
        Restart(call, answer, connection);
    }

    private static void CheckOnlyOne(VpnConnection connection, IVpnTarget target, CustomerGateway customerGateway)
    {
        if (target is VpnGateway gateway
            && gateway.Connections.FirstOrDefault(known => known != connection && known.CustomerGateway == customerGateway) is { } other)
            throw VpnConnectionRules.Conflict(gateway, customerGateway, other);
    }

    private static void CheckMove(Ec2Region region, VpnConnection connection, IVpnTarget target)
    {
        if (target is VpnGateway gateway)
        {
            VpnConnectionOptionsInput.CheckVirtualPrivateGateway(connection.Options);
            VpnConnectionRules.CheckQuota(gateway);
        }
        else if (connection.Routes.Exists(route => !route.IsGone))
        {
            // API Reference, ModifyVpnConnection: static routes must be deleted before a connection moves to a transit gateway.
            throw new ApiException("IncorrectState",
                $"The static routes of '{connection.Id}' must be deleted before it moves to a transit gateway.");
        }
        foreach (bool v6 in new[] { false, true })
            VpnConnectionRules.CheckInside(connection.Tunnels.Select(tunnel => Inside(tunnel, v6)),
                VpnConnectionFactory.TakenInside(region, target, v6), target);
    }

    private static Cidr? Inside(VpnTunnel tunnel, bool v6) => v6 ? tunnel.Options.InsideIpv6Cidr : tunnel.Options.InsideCidr;

    private static void Restart(Ec2Call call, XmlAnswer answer, VpnConnection connection)
    {
        connection.Modify();
        foreach (VpnTunnel tunnel in connection.Tunnels) tunnel.Replace();
        answer.Node("vpnConnection", node => VpnConnectionDescription.Write(node, connection, call.Region));
    }
}
