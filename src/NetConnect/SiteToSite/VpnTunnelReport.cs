namespace NetConnect.SiteToSite;

/// <summary>How tunnels stand, and what went wrong with single ones of them.</summary>
/// <param name="Tunnels">The tunnels, in the order of their connections.</param>
/// <param name="Failures">One error for each tunnel that did not get where it was waited for, or could not be looked at closely.</param>
public sealed record VpnTunnelReport(IReadOnlyList<VpnTunnelStatus> Tunnels, IReadOnlyList<NetConnectException> Failures);
