using System.Globalization;
using static NetConnect.SiteToSite.VpnTunnelFindings;

namespace NetConnect.SiteToSite;

/// <summary>Why tunnels are down: what the log, AWS's reasons and the options name as a cause.</summary>
internal static class VpnCauses
{
    /// <summary>One finding for each cause of each tunnel, with the last line that names it.</summary>
    public static IEnumerable<VpnFinding> Of(SiteToSiteVpn vpn, IReadOnlyCollection<string> logLines)
    {
        foreach (IGrouping<string?, VpnLogLine> log in logLines.Select(line => VpnLogLine.Parse(line, vpn.Tunnels.Select(tunnel => tunnel.OutsideIpAddress))).GroupBy(line => line.Tunnel))
        {
            // What came before the tunnel was up again is over.
            IEnumerable<VpnLogLine> since = log.Reverse().TakeWhile(line => !line.IsUp);
            bool isDown = vpn.TunnelStatus.Any(tunnel => !tunnel.IsUp && (log.Key is null || tunnel.OutsideIpAddress == log.Key));
            foreach ((VpnCause cause, VpnLogLine line) in since.Select(line => (cause: VpnCause.Find(line.Detail), line)).Where(pair => pair.cause is not null)
                .GroupBy(pair => pair.cause!.Code).Select(same => (same.First().cause!, same.First().line)))
                yield return Finding(vpn.VpnConnectionId, cause.Code, isDown ? VpnFindingSeverity.Error : VpnFindingSeverity.Warning, log.Key ?? vpn.VpnConnectionId,
                    $"The log says \"{line.Detail}\"{(isDown ? "" : ", while the tunnel is up")}.", cause.Fix(vpn));
        }
        foreach (VpnTunnelStatus tunnel in vpn.TunnelStatus.Where(tunnel => !tunnel.IsUp))
        {
            if (tunnel.Negotiation?.ProvisioningStatusReason is { } reason && VpnCause.Find(reason) is { } named)
                yield return Finding(vpn.VpnConnectionId, named.Code, VpnFindingSeverity.Error, tunnel.OutsideIpAddress, $"AWS's end gives as its reason \"{reason}\".", named.Fix(vpn));
            if (vpn.Tunnels.FirstOrDefault(one => one.OutsideIpAddress == tunnel.OutsideIpAddress)?.Options is { } options && CannotAgree(options))
                yield return Finding(vpn.VpnConnectionId, VpnFindingCodes.ProposalMismatch, VpnFindingSeverity.Error, tunnel.OutsideIpAddress,
                    "The tunnel allows IKEv1 only, and for it only GCM ciphers, which IKEv1 does not have in phase 1.",
                    $"Set-VpnTunnelOption {vpn.VpnConnectionId} -OutsideIpAddress {tunnel.OutsideIpAddress} -TunnelOption (New-VpnTunnelOption -IkeVersion ikev2).");
        }
    }

    /// <summary>Whether a text of AWS's has some words in it, whatever their case.</summary>
    public static bool Says(this string text, string words) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, words, CompareOptions.OrdinalIgnoreCase) >= 0;

    // RFC 5282: combined-mode ciphers are for IKEv2.
    private static bool CannotAgree(VpnTunnelOption options) =>
        options.IkeVersions is { Count: > 0 } versions && versions.All(version => version == "ikev1")
        && options.Phase1EncryptionAlgorithms is { Count: > 0 } ciphers && ciphers.All(cipher => cipher.Says("GCM"));
}
