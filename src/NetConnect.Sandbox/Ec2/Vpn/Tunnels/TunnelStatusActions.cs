using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>GetActiveVpnTunnelStatus, GetVpnTunnelReplacementStatus.</summary>
internal static class TunnelStatusActions
{
    public static void GetActiveVpnTunnelStatus(Ec2Call call, XmlAnswer answer)
    {
        TunnelLine line = Tunnel(call).Line;
        answer.Node("activeVpnTunnelStatus", status =>
        {
            if (line.Negotiation is { } agreed)
                status.Text("ikeVersion", agreed[TunnelOption.IkeVersions])
                    .Text("phase1EncryptionAlgorithm", agreed[TunnelOption.Phase1Encryption])
                    .Text("phase1IntegrityAlgorithm", agreed[TunnelOption.Phase1Integrity])
                    .Text("phase1DHGroup", agreed[TunnelOption.Phase1Group])
                    .Text("phase2EncryptionAlgorithm", agreed[TunnelOption.Phase2Encryption])
                    .Text("phase2IntegrityAlgorithm", agreed[TunnelOption.Phase2Integrity])
                    .Text("phase2DHGroup", agreed[TunnelOption.Phase2Group]);
            status.Text("provisioningStatus", line.Provisioning).Text("provisioningStatusReason", line.Failure);
        });
    }

    public static void GetVpnTunnelReplacementStatus(Ec2Call call, XmlAnswer answer)
    {
        VpnTunnel tunnel = Tunnel(call);
        VpnConnection connection = tunnel.Connection;
        TunnelMaintenance maintenance = tunnel.Maintenance;
        answer.Text("vpnConnectionId", connection.Id).Text("customerGatewayId", connection.CustomerGateway.Id)
            .Text("vpnGatewayId", connection.VpnGateway?.Id).Text("transitGatewayId", connection.TransitGateway?.Id)
            .Text("vpnTunnelOutsideIpAddress", tunnel.OutsideIpAddress)
            .Node("maintenanceDetails", details => details
                // A string in the API model.
                .Text("pendingMaintenance", maintenance.IsPending ? "true" : "false")
                .Time("maintenanceAutoAppliedAfter", maintenance.AppliedAfter).Time("lastMaintenanceApplied", maintenance.LastApplied));
    }

    private static VpnTunnel Tunnel(Ec2Call call) => VpnConnectionRules.Tunnel(call,
        call.Region.VpnConnections.GetLive(call.Parameters.Required("VpnConnectionId")));
}
