namespace NetConnect.SiteToSite;

/// <summary>What the tunnels' telemetry, negotiated algorithms and options say. Telemetry's texts are evidence: status and algorithms decide.</summary>
internal static class VpnTunnelFindings
{
    public static IEnumerable<VpnFinding> Of(SiteToSiteVpn vpn)
    {
        if (vpn.State != VpnStates.Available)
            yield return Finding(vpn.VpnConnectionId, VpnFindingCodes.ConnectionChanging, VpnFindingSeverity.Information, vpn.VpnConnectionId,
                $"The connection is {vpn.State}.", $"Look again when it is available: Get-VpnTunnelStatus {vpn.VpnConnectionId} -Wait Up.");
        List<VpnTunnelStatus> down = vpn.TunnelStatus.Where(tunnel => !tunnel.IsUp).ToList();
        bool anyUp = down.Count < vpn.TunnelStatus.Count;
        if (anyUp && down.Count > 0)
            yield return Finding(vpn.VpnConnectionId, VpnFindingCodes.OneTunnelUp, VpnFindingSeverity.Warning, down[0].OutsideIpAddress,
                "One tunnel is up, the other is not: AWS's next maintenance cuts the connection.", "Bring the second tunnel up too, on the same device or another (Export-VpnDeviceConfig).");
        foreach (VpnFinding finding in down.SelectMany(tunnel => OfDown(vpn, tunnel, anyUp ? VpnFindingSeverity.Warning : VpnFindingSeverity.Error)))
            yield return finding;
        foreach (VpnTunnelStatus tunnel in vpn.TunnelStatus)
        {
            if (!vpn.StaticRoutesOnly && tunnel.IsUp && tunnel.AcceptedRouteCount == 0)
                yield return Finding(vpn.VpnConnectionId, VpnFindingCodes.NoRoutesLearnt, VpnFindingSeverity.Error, tunnel.OutsideIpAddress,
                    "BGP is established, and AWS has accepted no route.", "Let the device announce its networks (Export-VpnDeviceConfig -Format frr shows how).");
            if (tunnel.Maintenance is { IsPending: true } work)
                yield return Finding(vpn.VpnConnectionId, VpnFindingCodes.PendingMaintenance, VpnFindingSeverity.Warning, tunnel.OutsideIpAddress,
                    work.AutoAppliedAfter is { } after ? $"AWS replaces the endpoint by itself after {after:u}." : "AWS has to replace the endpoint.",
                    $"Choose the time yourself: Update-VpnTunnel {vpn.VpnConnectionId}, which does one tunnel after the other.");
        }
        if (!vpn.StaticRoutesOnly && vpn.AmazonSideAsn is { } asn && asn == vpn.CustomerGatewayAsn)
            yield return Finding(vpn.VpnConnectionId, VpnFindingCodes.EqualAsn, VpnFindingSeverity.Error, vpn.CustomerGatewayId,
                $"Both ends have the autonomous system number {asn}.", $"Give the device another number, which takes both tunnels down for a while: Set-SiteToSiteVpn {vpn.VpnConnectionId} -CustomerGatewayAsn.");
    }

    private static IEnumerable<VpnFinding> OfDown(SiteToSiteVpn vpn, VpnTunnelStatus tunnel, VpnFindingSeverity severity)
    {
        VpnTunnelOption? options = vpn.Tunnels.FirstOrDefault(one => one.OutsideIpAddress == tunnel.OutsideIpAddress)?.Options;
        VpnTunnelNegotiation? agreed = tunnel.Negotiation;
        string evidence = $"{tunnel.Status}{(tunnel.Since is { } since ? $" since {since:u}" : "")}: {tunnel.StatusMessage ?? "AWS gives no reason"}; "
            + (agreed is null ? "what was agreed is not known." : agreed.IkeVersion is null ? "nothing is agreed." : $"agreed: {agreed}.");
        string subject = tunnel.OutsideIpAddress, id = vpn.VpnConnectionId;
        string set = $"Set-VpnTunnelOption {id} -OutsideIpAddress {subject} -TunnelOption (New-VpnTunnelOption";
        if (agreed?.ProvisioningStatus is { } provisioning && provisioning != VpnStates.Available)
        {
            bool failed = provisioning == "failed";
            yield return Finding(id, VpnFindingCodes.TunnelNotProvisioned, failed ? severity : VpnFindingSeverity.Information, subject,
                $"AWS's end of the tunnel is {provisioning}: {agreed.ProvisioningStatusReason ?? "AWS gives no reason"}.",
                failed ? "Mend what the reason names; a change of the tunnel's options lets AWS make its end anew." : $"Wait for it: Get-VpnTunnelStatus {id} -Wait Up.");
            yield break;
        }
        if (agreed?.Phase2EncryptionAlgorithm is not null && !vpn.StaticRoutesOnly)
        {
            yield return Finding(id, VpnFindingCodes.BgpDown, severity, subject, evidence,
                $"IPsec is up, BGP is not: let the device's ASN {vpn.CustomerGatewayAsn} meet AWS's {vpn.AmazonSideAsn} over {options?.TunnelInsideCidr}, with TCP 179 open inside the tunnel.");
            yield break;
        }
        if (agreed is { IkeVersion: not null, Phase2EncryptionAlgorithm: null })
        {
            yield return Finding(id, VpnFindingCodes.Phase2Down, severity, subject, evidence,
                $"IKE is up, IPsec is not: compare the device's phase 2 with {Phase2(options)}, and its networks with {vpn.LocalIpv4NetworkCidr ?? "any"} behind it and {vpn.RemoteIpv4NetworkCidr ?? "any"} at AWS (Export-VpnDeviceConfig).");
            yield break;
        }
        yield return Finding(id, VpnFindingCodes.TunnelDown, severity, subject, evidence,
            $"Give the device the tunnel's options (Export-VpnDeviceConfig {id}), let UDP 500 and 4500 pass, and turn the tunnel's log on ({set} -LogEnabled $true -LogGroupArn ARN)): its lines name the cause (Test-SiteToSiteVpn -LogLine).");
        if (options?.StartupAction is null or "add")
            yield return Finding(id, VpnFindingCodes.AwsDoesNotInitiate, VpnFindingSeverity.Information, subject,
                "The startup action is add: AWS waits for the device to begin, also after its own maintenance.",
                $"Let the device begin and keep the tunnel alive, or let AWS begin: {set} -StartupAction start -IkeVersion ikev2).");
    }

    private static string Phase2(VpnTunnelOption? options) =>
        $"{List(options?.Phase2EncryptionAlgorithms)}, {List(options?.Phase2IntegrityAlgorithms)}, groups {List(options?.Phase2DHGroupNumbers?.Select(group => $"{group}"))}";

    // What EC2 does not show is as it is by itself: everything.
    private static string List(IEnumerable<string>? values) => values is null || !values.Any() ? "any" : string.Join("/", values);

    internal static VpnFinding Finding(string vpnId, string code, VpnFindingSeverity severity, string subject, string evidence, string fix) => new()
    {
        VpnConnectionId = vpnId,
        Code = code,
        Severity = severity,
        Subject = subject,
        Evidence = evidence,
        Fix = fix,
    };
}
