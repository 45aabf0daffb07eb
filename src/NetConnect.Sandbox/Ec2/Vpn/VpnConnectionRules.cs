using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>What EC2 checks around connections (Site-to-Site VPN User Guide; API Reference, "Error codes").</summary>
internal static class VpnConnectionRules
{
    /// <summary>The gateway that a call names, of the one kind or the other.</summary>
    public static IVpnTarget Target(Ec2Call call)
    {
        string? vpnGateway = call.Parameters.Text("VpnGatewayId");
        string? transitGateway = call.Parameters.Text("TransitGatewayId");
        if (call.Parameters.Text("VpnConcentratorId") is not null)
            throw new ApiException("UnsupportedOperation", "VPN concentrators are not supported here.");
        if (vpnGateway is not null && transitGateway is not null)
            throw new ApiException("InvalidParameterCombination",
                "The parameters vpnGatewayId and transitGatewayId cannot be used together.");
        if (vpnGateway is not null) return call.Region.VpnGateways.GetLive(vpnGateway);
        if (transitGateway is null)
            throw new ApiException("MissingParameter",
                "The request must contain exactly one of vpnGatewayId, transitGatewayId, vpnConcentratorId");
        return call.Region.TransitGateways.GetLive(transitGateway);
    }

    public static void CheckGateways(IVpnTarget target, CustomerGateway customerGateway, bool staticRoutesOnly)
    {
        if (!target.IsAvailable)
            throw new ApiException(target is VpnGateway ? "InvalidVpnGatewayState" : "IncorrectState",
                $"The gateway '{target.Id}' is not in the available state.");
        if (!staticRoutesOnly && target.AmazonSideAsn == customerGateway.BgpAsn)
            throw QueryParameters.Invalid("CustomerGatewayId", customerGateway.Id,
                $"Its BGP ASN {customerGateway.BgpAsn} is also that of {target.Id}: the two ends of a BGP session must differ.");
    }

    public static void CheckQuotas(Ec2Region region, IVpnTarget target)
    {
        if (region.VpnConnections.Live().Count() >= region.Quotas.VpnConnectionsPerRegion)
            throw new ApiException("VpnConnectionLimitExceeded", "The maximum number of VPN connections has been reached.");
        if (target is VpnGateway gateway) CheckQuota(gateway);
    }

    public static void CheckQuota(VpnGateway gateway)
    {
        if (gateway.Connections.Count() >= gateway.Home.Quotas.VpnConnectionsPerVpnGateway)
            throw new ApiException("VpnConnectionLimitExceeded",
                $"The maximum number of VPN connections has been reached for the virtual private gateway '{gateway.Id}'.");
    }

    public static ApiException Conflict(VpnGateway gateway, CustomerGateway customerGateway, VpnConnection known) =>
        new("InvalidOption.Conflict", $"A VPN connection between the virtual private gateway '{gateway.Id}' and "
            + $"the customer gateway '{customerGateway.Id}' already exists: '{known.Id}'.");

    public static void CheckInside(IEnumerable<Cidr?> wanted, IEnumerable<Cidr> taken, IVpnTarget target)
    {
        var used = new HashSet<Cidr>(taken);
        foreach (Cidr cidr in wanted.OfType<Cidr>())
            if (!used.Add(cidr)) throw InsideCidrs.InUse(cidr, target.Id);
    }

    /// <summary>A connection that a call wants to change: that takes one which is available.</summary>
    public static VpnConnection Changeable(Ec2Call call)
    {
        VpnConnection connection = call.Region.VpnConnections.GetLive(call.Parameters.Required("VpnConnectionId"));
        return connection.State.Code == "available" ? connection : throw new ApiException("InvalidVpnConnection.InvalidState",
            $"The VPN connection '{connection.Id}' must be in the available state to complete the request.");
    }

    /// <summary>The tunnel that a call names by its outside address.</summary>
    public static VpnTunnel Tunnel(Ec2Call call, VpnConnection connection)
    {
        string address = call.Parameters.Required("VpnTunnelOutsideIpAddress");
        return connection.Tunnel(address) ?? throw QueryParameters.Invalid("VpnTunnelOutsideIpAddress", address,
            $"The VPN connection '{connection.Id}' has no tunnel with this outside IP address.");
    }

    public static bool KeysAreElsewhere(Ec2Call call) => call.Parameters.Text("PreSharedKeyStorage") switch
    {
        null or "Standard" => false,
        "SecretsManager" => true,
        { } storage => throw QueryParameters.Invalid("PreSharedKeyStorage", storage, "Valid values are Standard, SecretsManager."),
    };
}
