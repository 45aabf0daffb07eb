namespace NetConnect.SiteToSite;

/// <summary>A connection and what was found about it.</summary>
/// <param name="Vpn">The connection as it was seen.</param>
/// <param name="Findings">What is wrong or will be; empty where all is well.</param>
public sealed record VpnExamination(SiteToSiteVpn Vpn, IReadOnlyList<VpnFinding> Findings);
