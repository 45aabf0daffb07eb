using System.Globalization;

namespace NetConnect.SiteToSite;

/// <summary>A cause that AWS's words name, in the log or in the reason of a tunnel's status.</summary>
/// <param name="Text">The words.</param>
/// <param name="Code">The finding.</param>
/// <param name="Fix">What mends it.</param>
internal sealed record VpnCause(string Text, string Code, Func<SiteToSiteVpn, string> Fix)
{
    private const string OtherKey = "Give the device the tunnel's key (Export-VpnDeviceConfig {0} -IncludeSecret), or both a new one (Reset-VpnTunnelKey {0}).";
    private const string OtherIdentity = "Give the device the tunnel's key (Reset-VpnTunnelKey {0} makes new ones), and as its identity the address that AWS expects, which is that of the customer gateway.";
    private const string OtherAlgorithms = "Allow the same algorithms on both ends: Export-VpnDeviceConfig {0} writes those of the tunnels, Set-VpnTunnelOption {0} changes them.";
    private const string OtherNetworks = "Let the device propose the networks of the connection, or 0.0.0.0/0 on both sides (Export-VpnDeviceConfig {0}): AWS keeps one pair for each tunnel.";
    private const string Silent = "The device does not answer: check that it is up, and that UDP 500 and 4500 pass its firewall in both directions.";
    private const string Closes = "Look into the device's own log for why it closes the tunnel: a lifetime that differs, no traffic for its idle timeout, a change of its configuration.";
    private const string TooMany = "Let the device announce summaries or a default route: AWS ends the session of who announces too much.";
    private const string OtherAsn = "Let the device have the number of its customer gateway, {1}, or tell AWS the device's, which takes both tunnels down for a while (Set-SiteToSiteVpn {0} -CustomerGatewayAsn).";
    private const string Denied = "Let the device announce the route without AWS's own number in its path, and with itself as next hop.";

    /// <summary>All that is known (Site-to-Site VPN User Guide, "Site-to-Site VPN log contents").</summary>
    public static readonly IReadOnlyList<VpnCause> All =
    [
        Of("AUTHENTICATION_FAILED", VpnFindingCodes.KeyMismatch, OtherIdentity),
        Of("pre-shared key", VpnFindingCodes.KeyMismatch, OtherKey),
        Of("No Proposal Match Found", VpnFindingCodes.ProposalMismatch, OtherAlgorithms),
        Of("NO_PROPOSAL_CHOSEN", VpnFindingCodes.ProposalMismatch, OtherAlgorithms),
        Of("Phase 2 was unable to establish", VpnFindingCodes.ProposalMismatch, OtherAlgorithms),
        Of("TS_UNACCEPTABLE", VpnFindingCodes.TrafficSelectorMismatch, OtherNetworks),
        Of("DPD timed out", VpnFindingCodes.PeerSilent, Silent),
        Of("Peer is not responsive", VpnFindingCodes.PeerSilent, Silent),
        Of("deleting un-established", VpnFindingCodes.PeerSilent, Silent),
        Of("half-open", VpnFindingCodes.PeerSilent, Silent),
        Of("Hold Timer Expired", VpnFindingCodes.PeerSilent, "BGP heard nothing of the device: let TCP 179 pass inside the tunnel, and keep the device's hold time at 30 seconds or more."),
        Of("received DELETE for", VpnFindingCodes.DeviceCloses, Closes),
        Of("maximum prefix limit was exceeded", VpnFindingCodes.BgpPrefixLimit, TooMany),
        Of("Maximum Number of Prefixes Reached", VpnFindingCodes.BgpPrefixLimit, TooMany),
        Of("bad OPEN message", VpnFindingCodes.BgpAsnMismatch, OtherAsn),
        Of("DENIED due to", VpnFindingCodes.BgpRouteDenied, Denied),
    ];

    /// <summary>The cause that a text names, or null.</summary>
    public static VpnCause? Find(string text) => All.FirstOrDefault(cause => text.Says(cause.Text));

    private static VpnCause Of(string text, string code, string fix) =>
        new(text, code, vpn => string.Format(CultureInfo.InvariantCulture, fix, vpn.VpnConnectionId, vpn.CustomerGatewayAsn));
}
