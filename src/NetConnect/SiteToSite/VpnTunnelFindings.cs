namespace NetConnect.SiteToSite;

/// <summary>What the tunnels' telemetry and options say. Telemetry texts are evidence; the status alone decides.</summary>
internal static class VpnTunnelFindings
{
    public static IEnumerable<VpnFinding> Of(SiteToSiteVpn vpn)
    {
        List<VpnTunnelStatus> down = vpn.TunnelStatus.Where(tunnel => tunnel.Status != "UP").ToList();
        int up = vpn.TunnelStatus.Count - down.Count;
        if (up == 1 && down.Count > 0)
            yield return Finding(vpn, "OneTunnelUp", VpnFindingSeverity.Warning, down[0].OutsideIpAddress,
                "One tunnel is up, the other is not: AWS's next maintenance cuts the connection.", "Bring the second tunnel up too, on the same device or another.");
        foreach (VpnTunnelStatus tunnel in down)
        {
            VpnTunnelOption? options = vpn.Tunnels.FirstOrDefault(one => one.OutsideIpAddress == tunnel.OutsideIpAddress)?.Options;
            VpnFindingSeverity severity = up == 0 ? VpnFindingSeverity.Error : VpnFindingSeverity.Warning;
            // The only hint that IPsec stands while BGP does not: with BGP, AWS calls a tunnel up once the session is established.
            bool ipsecIsUp = !vpn.StaticRoutesOnly && tunnel.StatusMessage?.Says("IPSEC IS UP") == true;
            string evidence = $"{tunnel.Status} since {tunnel.Since:u}: {tunnel.StatusMessage ?? "AWS gives no reason"}.";
            yield return ipsecIsUp
                ? Finding(vpn, "BgpDown", severity, tunnel.OutsideIpAddress, evidence,
                    $"IPsec is up, BGP is not: let the device's ASN {vpn.CustomerGatewayAsn} meet AWS's {vpn.AmazonSideAsn} over {options?.TunnelInsideCidr}, with TCP 179 open inside the tunnel.")
                : Finding(vpn, "TunnelDown", severity, tunnel.OutsideIpAddress, evidence,
                    "Compare the device with the tunnel's options (Get-SiteToSiteVpn), let UDP 500 and 4500 pass, and turn the tunnel's log on: its lines name the cause (-LogLine).");
            if (options?.StartupAction is null or "add" && !ipsecIsUp)
                yield return Finding(vpn, "AwsDoesNotInitiate", VpnFindingSeverity.Information, tunnel.OutsideIpAddress,
                    "The startup action is add: AWS waits for the device to begin, also after its own maintenance.",
                    "Let the device begin and keep the tunnel alive, or set -StartupAction start (IKEv2) with Set-VpnTunnelOption.");
        }
        foreach (VpnTunnelStatus tunnel in vpn.TunnelStatus.Where(tunnel => !vpn.StaticRoutesOnly && tunnel.Status == "UP" && tunnel.AcceptedRouteCount == 0))
            yield return Finding(vpn, "NoRoutesLearnt", VpnFindingSeverity.Error, tunnel.OutsideIpAddress,
                "BGP is established, and AWS has accepted no route.", "Let the device announce its networks.");
        if (!vpn.StaticRoutesOnly && vpn.AmazonSideAsn is { } asn && asn == vpn.CustomerGatewayAsn)
            yield return Finding(vpn, "EqualAsn", VpnFindingSeverity.Error, vpn.CustomerGatewayId,
                $"Both ends have the autonomous system number {asn}.", "Make the connection anew with another ASN for the device.");
    }

    internal static VpnFinding Finding(SiteToSiteVpn vpn, string code, VpnFindingSeverity severity, string subject, string evidence, string fix) => new()
    {
        VpnConnectionId = vpn.VpnConnectionId,
        Code = code,
        Severity = severity,
        Subject = subject,
        Evidence = evidence,
        Fix = fix,
    };
}
