using System.Globalization;

namespace NetConnect.SiteToSite;

/// <summary>Finds the cause of a tunnel that is down in the lines of its CloudWatch log (Site-to-Site VPN User Guide, "Contents of Site-to-Site VPN logs").</summary>
internal static class VpnLogReader
{
    private static readonly (string Text, string Code, string Fix)[] s_causes =
    [
        ("pre-shared key", "KeyMismatch", "Give the device the tunnel's key, or both a new one: New-VpnTunnelOption -PreSharedKey and Set-VpnTunnelOption."),
        ("AUTHENTICATION_FAILED", "KeyMismatch", "Give the device the connection's key, and the identity that AWS expects: its public address."),
        ("No Proposal Match Found", "ProposalMismatch", "Allow the same algorithms on both ends: Get-SiteToSiteVpn shows those of the tunnel, Set-VpnTunnelOption changes them."),
        ("NO_PROPOSAL_CHOSEN", "ProposalMismatch", "Allow the same algorithms on both ends: Get-SiteToSiteVpn shows those of the tunnel, Set-VpnTunnelOption changes them."),
        ("TS_UNACCEPTABLE", "TrafficSelectorMismatch", "Let the device propose the networks of the connection, or 0.0.0.0/0 on both sides: AWS keeps one pair for each tunnel."),
        ("DPD timed out", "PeerSilent", "The device stopped answering: check that it is up, and that UDP 500 and 4500 pass its firewall."),
        ("half-open", "PeerSilent", "The device does not answer AWS's negotiation: check that UDP 500 and 4500 pass its firewall in both directions."),
    ];

    /// <summary>One finding for each cause that the lines show.</summary>
    public static IEnumerable<VpnFinding> Read(SiteToSiteVpn vpn, IReadOnlyCollection<string> lines) =>
        from cause in s_causes
        let line = lines.LastOrDefault(line => line.Says(cause.Text))
        where line is not null
        group (cause, line) by cause.Code into same
        let last = same.First()
        select new VpnFinding
        {
            VpnConnectionId = vpn.VpnConnectionId,
            Code = same.Key,
            Severity = VpnFindingSeverity.Error,
            Subject = vpn.Tunnels.Select(tunnel => tunnel.OutsideIpAddress).FirstOrDefault(last.line.Contains) ?? vpn.VpnConnectionId,
            Evidence = $"The log says \"{last.cause.Text}\".",
            Fix = last.cause.Fix,
        };

    /// <summary>Whether a text of AWS's has some words in it, whatever their case.</summary>
    public static bool Says(this string text, string words) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, words, CompareOptions.OrdinalIgnoreCase) >= 0;
}
