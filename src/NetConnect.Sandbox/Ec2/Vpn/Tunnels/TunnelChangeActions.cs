using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>ModifyVpnTunnelOptions, ReplaceVpnTunnel: one tunnel, which goes down for it.</summary>
internal static class TunnelChangeActions
{
    public static void ModifyVpnTunnelOptions(Ec2Call call, XmlAnswer answer)
    {
        VpnConnection connection = VpnConnectionRules.Changeable(call);
        VpnTunnel tunnel = VpnConnectionRules.Tunnel(call, connection);
        QueryParameters given = call.Parameters.Under("TunnelOptions");
        bool changesStorage = call.Parameters.Text("PreSharedKeyStorage") is not null;
        if (given.IsEmpty && !changesStorage) throw QueryParameters.Missing("TunnelOptions");

        TunnelOptions change = TunnelOptionsInput.Read(given, tunnel.Options);
        TunnelRules.Check(tunnel.Options.With(change), connection.CustomerGateway);
        VpnConnectionOptionsInput.CheckInside(change, connection.Options);
        CheckInside(tunnel, change.InsideCidr, v6: false);
        CheckInside(tunnel, change.InsideIpv6Cidr, v6: true);
        bool keep = call.Parameters.Flag("SkipTunnelReplacement") == true;
        // API Reference: only where nothing but tunnel endpoint lifecycle control is turned on or off.
        if (keep && (change.EnableTunnelLifecycleControl is null || changesStorage || !change.IsOnlyLifecycleControl))
            throw new ApiException("InvalidParameterCombination",
                "SkipTunnelReplacement is only applicable when turning EnableTunnelLifecycleControl on or off.");

        if (changesStorage) connection.KeysAreElsewhere = VpnConnectionRules.KeysAreElsewhere(call);
        tunnel.Change(change, replace: !keep);
        if (!keep) connection.Modify();
        answer.Node("vpnConnection", node => VpnConnectionDescription.Write(node, connection, call.Region));
    }

    public static void ReplaceVpnTunnel(Ec2Call call, XmlAnswer answer)
    {
        VpnConnection connection = VpnConnectionRules.Changeable(call);
        VpnTunnel tunnel = VpnConnectionRules.Tunnel(call, connection);
        if (call.Parameters.Flag("ApplyPendingMaintenance") == true && tunnel.Maintenance.IsPending) tunnel.ApplyMaintenance();
        else tunnel.Replace();
        connection.Modify();
        answer.Flag("return", true);
    }

    private static void CheckInside(VpnTunnel tunnel, Cidr? wanted, bool v6)
    {
        VpnConnection connection = tunnel.Connection;
        IEnumerable<Cidr> siblings = connection.Tunnels.Where(other => other != tunnel)
            .Select(other => v6 ? other.Options.InsideIpv6Cidr : other.Options.InsideCidr).OfType<Cidr>();
        IEnumerable<Cidr> taken = VpnConnectionFactory.TakenInside(connection.Home, connection.Target, v6, tunnel);
        VpnConnectionRules.CheckInside([wanted], taken.Concat(siblings), connection.Target);
    }
}
